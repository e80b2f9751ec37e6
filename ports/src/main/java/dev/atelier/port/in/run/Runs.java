package dev.atelier.port.in.run;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.WorkflowId;
import java.util.List;

/**
 * Runs of a user's workflows. What belongs to somebody else does not exist here.
 *
 * <p>All calls: {@link dev.atelier.domain.error.DomainException.NotFound} when the user has no such workflow or run.
 */
public interface Runs {

    /**
     * Starts a run of the workflow's newest version; workers take it from here.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed with every input that is missing or wrong
     * @throws dev.atelier.domain.error.DomainException.WorkflowInvalid with every fault of the definition
     */
    Run start(UserId user, WorkflowId workflow, RunRequest request);

    Run get(UserId user, RunId id);

    /** Newest first. */
    Page<Run> list(UserId user, WorkflowId workflow, PageRequest request);

    /** The steps of a run so far, in the order in which they became ready. */
    List<Step> steps(UserId user, RunId id);

    /**
     * Follows the events of a run, from the one behind number {@code after}. To be closed by the caller.
     *
     * @param after the number of the last event that the caller knows; 0 for none
     */
    RunEventStream follow(UserId user, RunId id, long after);
}
