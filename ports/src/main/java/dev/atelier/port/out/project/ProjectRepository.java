package dev.atelier.port.out.project;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectId;
import java.util.Optional;

/**
 * The projects. Every call names their owner, and sees nothing of anybody else.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface ProjectRepository {

    /**
     * Stores a new project.
     *
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when its owner does not exist (any more)
     */
    void insert(Project project);

    /** The project; empty when the owner has none of that id. */
    Optional<Project> find(UserId owner, ProjectId id);

    /** The owner's projects, newest first. */
    Page<Project> list(UserId owner, PageRequest request);

    /**
     * Stores all of {@code changed}, provided that the stored revision is the one before.
     *
     * @return whether it was; nothing is stored when not, or when there is no such project
     */
    boolean update(Project changed);

    /**
     * Removes the project with its documents, workflows and runs. Its files stay, as files of no project.
     *
     * @return whether there was one
     */
    boolean delete(UserId owner, ProjectId id);
}
