package dev.atelier.port.out.run;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runs, their steps and their events. Every call but the last two names their owner, and sees nothing of anybody else.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface RunRepository {

    /**
     * Stores a new run.
     *
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code workflow}) when its owner has no such workflow
     */
    void insert(Run run);

    /** The run; empty when the owner has none of that id. */
    Optional<Run> find(UserId owner, RunId id);

    /**
     * The run, which nobody else can lock or change until the end of the transaction; who wants to waits.
     *
     * @throws IllegalStateException outside of a transaction
     */
    Optional<Run> lock(UserId owner, RunId id);

    /** The runs of a workflow, newest first. */
    Page<Run> list(UserId owner, WorkflowId workflow, PageRequest request);

    /** Stores all of {@code changed}, which has been {@link #lock locked}. */
    void update(Run changed);

    /** The steps of a run in the order in which they were saved first; none when the owner has no such run. */
    List<Step> steps(UserId owner, RunId run);

    /**
     * Of each of those nodes the step with the highest iteration, in any order; none of nodes that have no step. What this
     * costs does not grow with the number of iterations.
     */
    List<Step> newestSteps(UserId owner, RunId run, Collection<NodeId> nodes);

    /** Stores a step of a run that has been {@link #lock locked}: a new one, or in place of the one of the same node and iteration. */
    void saveStep(UserId owner, RunId run, Step step);

    /**
     * Stores an event of a run that has been {@link #lock locked} or {@link #insert inserted} in this transaction.
     *
     * @param event numbered one above the newest event of the run
     */
    void append(UserId owner, RunId run, RunEvent event);

    /** Up to {@code limit} events of a run with numbers above {@code after}, in their order; none when the owner has no such run. */
    List<RunEvent> events(UserId owner, RunId run, long after, int limit);

    /** Those of {@code runs} that have been stopped or are not there (any more), whoever they belong to. */
    Set<RunId> stopped(Collection<RunId> runs);

    /** The number of the newest event of each of {@code runs} that is there, whoever it belongs to. */
    Map<RunId, Long> newestEvents(Collection<RunId> runs);
}
