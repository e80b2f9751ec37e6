package dev.atelier.port.in.workflow;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.in.Precondition;

/**
 * The workflows of a user's projects. What belongs to somebody else does not exist here.
 *
 * <p>A definition with faults can be stored, so that nothing drawn is lost; it cannot run. All calls but {@link #validate}:
 * {@link dev.atelier.domain.error.DomainException.NotFound} when the user has no such project or workflow.
 */
public interface Workflows {

    Workflow create(UserId user, ProjectId project, WorkflowDetails details);

    Workflow get(UserId user, WorkflowId id);

    /** Newest first. */
    Page<Workflow> list(UserId user, ProjectId project, PageRequest request);

    /**
     * Makes a new version. Runs that are under way stay with theirs.
     *
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it; the
     *     revision is the workflow's version
     */
    Workflow replace(UserId user, WorkflowId id, WorkflowDetails details, Precondition precondition);

    /**
     * Removes a workflow with its versions and runs.
     *
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it
     */
    void delete(UserId user, WorkflowId id, Precondition precondition);

    /** Tells everything that is wrong with a definition. */
    WorkflowCheck validate(ObjectValue definition);
}
