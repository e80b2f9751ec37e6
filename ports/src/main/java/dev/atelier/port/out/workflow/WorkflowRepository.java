package dev.atelier.port.out.workflow;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowId;
import java.util.Optional;

/**
 * The workflows, with every version of their definitions. Every call names their owner, and sees nothing of anybody else.
 *
 * <p>A definition comes back equal to what was given, the order of its keys included. All calls: {@link
 * dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface WorkflowRepository {

    /**
     * Stores a new workflow.
     *
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code project}) when its owner has no such project
     */
    void insert(Workflow workflow);

    /** The newest version; empty when the owner has no workflow of that id. */
    Optional<Workflow> find(UserId owner, WorkflowId id);

    /** The definition of a version; empty when there is none. */
    Optional<ObjectValue> definition(UserId owner, WorkflowId id, long version);

    /** The workflows of a project, newest first, each in its newest version. */
    Page<Workflow> list(UserId owner, ProjectId project, PageRequest request);

    /**
     * Stores {@code replaced} as the newest version, provided that the newest is the one before it; older ones stay.
     *
     * @return whether it was; nothing is stored when not, or when there is no such workflow
     */
    boolean update(Workflow replaced);

    /**
     * Removes the workflow with its versions and runs.
     *
     * @return whether there was one
     */
    boolean delete(UserId owner, WorkflowId id);
}
