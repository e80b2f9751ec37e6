package dev.atelier.port.in.project;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.Precondition;

/**
 * A user's projects. What belongs to somebody else does not exist here.
 *
 * <p>Those that take an id: {@link dev.atelier.domain.error.DomainException.NotFound} when the user has no such project.
 */
public interface Projects {

    Project create(UserId user, ProjectDetails details);

    Project get(UserId user, ProjectId id);

    /** Newest first. */
    Page<Project> list(UserId user, PageRequest request);

    /**
     * Changes what is said about a project.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it
     */
    Project change(UserId user, ProjectId id, ProjectChange change, Precondition precondition);

    /**
     * Removes a project with everything in it. The objects of its files go a little later, by a job.
     *
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it
     */
    void delete(UserId user, ProjectId id, Precondition precondition);
}
