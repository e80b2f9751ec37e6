package dev.atelier.port.in.run;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.Review;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import java.math.BigDecimal;
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
     * Begins no further step of the run. Those that are at work go on to their end.
     *
     * @throws dev.atelier.domain.error.DomainException.InvalidState unless the run is pending or runs
     */
    Run pause(UserId user, RunId id);

    /**
     * Lets a paused run go on. One that has come to a limit of cost is paused again when its next call does not fit into what is
     * left by now.
     *
     * @throws dev.atelier.domain.error.DomainException.InvalidState unless it is paused, and not for a review
     */
    Run resume(UserId user, RunId id);

    /**
     * Lets a paused run go on with another limit of what it may cost.
     *
     * @param costLimitUsd US dollars, for all of the run
     * @throws dev.atelier.domain.error.DomainException.InvalidState as {@link #resume(UserId, RunId)} says
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code costLimitUsd}) when the run has cost that much
     *     already
     */
    Run resume(UserId user, RunId id, BigDecimal costLimitUsd);

    /**
     * Ends the run. What it has made stays. A call of a model that is under way is cut off within two seconds, whichever
     * worker makes it.
     *
     * @throws dev.atelier.domain.error.DomainException.InvalidState when it has ended
     */
    Run stop(UserId user, RunId id);

    /**
     * Begins a failed run again at what has failed. Steps that have finished are not done again.
     *
     * @throws dev.atelier.domain.error.DomainException.InvalidState unless it has failed
     */
    Run retry(UserId user, RunId id);

    /**
     * Decides about what waits for a person at a review node. The run goes on, if that is what it was paused for.
     *
     * @throws dev.atelier.domain.error.DomainException.NotFound also when the run has not come to a review node of that id
     * @throws dev.atelier.domain.error.DomainException.InvalidState when nothing waits there, or the run has ended
     */
    Run review(UserId user, RunId id, NodeId node, Review review);

    /**
     * Follows the events of a run, from the one behind number {@code after}. To be closed by the caller.
     *
     * @param after the number of the last event that the caller knows; 0 for none
     */
    RunEventStream follow(UserId user, RunId id, long after);
}
