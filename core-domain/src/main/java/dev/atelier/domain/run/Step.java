package dev.atelier.domain.run;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a node.
 *
 * @param iteration which pass of the loop that the node is in, from 0; 0 outside loops ({@link Iterations})
 * @param type the node's type
 * @param label the node's label
 * @param attempt how often it has been begun since it last got anywhere
 * @param output empty fields until it has completed; while it waits, what it is about
 * @param error why it failed, or why its last attempt did; a sentence for its owner
 */
public record Step(
        NodeId nodeId,
        int iteration,
        String type,
        String label,
        StepStatus status,
        int attempt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        ObjectValue output,
        Optional<String> error,
        Usage usage) {

    /** One that nobody has begun. */
    public static Step pending(Node node, int iteration) {
        return of(node, iteration, StepStatus.PENDING, Optional.empty());
    }

    /** One that is not to run. */
    public static Step skipped(Node node, int iteration, Instant at) {
        return of(node, iteration, StepStatus.SKIPPED, Optional.of(at));
    }

    private static Step of(Node node, int iteration, StepStatus status, Optional<Instant> finishedAt) {
        return new Step(
                node.id(),
                iteration,
                node.type(),
                node.label(),
                status,
                0,
                Optional.empty(),
                finishedAt,
                ObjectValue.EMPTY,
                Optional.empty(),
                Usage.NONE);
    }

    public StepId id() {
        return new StepId(nodeId, iteration);
    }

    public Step begin(Instant at) {
        return with(StepStatus.RUNNING, attempt + 1, Optional.of(at), Optional.empty(), output, error, usage);
    }

    public Step complete(ObjectValue result, Usage used, Instant at) {
        return with(
                StepStatus.COMPLETED, attempt, startedAt, Optional.of(at), result, Optional.empty(), usage.plus(used));
    }

    /** It has used that, whatever becomes of it. */
    public Step use(Usage used) {
        return with(status, attempt, startedAt, finishedAt, output, error, usage.plus(used));
    }

    /** It will be begun again. */
    public Step postpone(String why) {
        return with(StepStatus.PENDING, attempt, startedAt, Optional.empty(), output, Optional.of(why), usage);
    }

    public Step fail(String why, Instant at) {
        return with(StepStatus.FAILED, attempt, startedAt, Optional.of(at), output, Optional.of(why), usage);
    }

    /**
     * It has done its part for now, and waits for something else.
     *
     * @param about what it waits with: of a loop, the pass; of a review, what is to be decided
     */
    public Step await(ObjectValue about) {
        return with(StepStatus.WAITING, 0, startedAt, Optional.empty(), about, Optional.empty(), usage);
    }

    /** A worker will take it up again: what it waited for has happened, or its run goes on. What it knows it keeps. */
    public Step again() {
        return with(StepStatus.PENDING, 0, startedAt, Optional.empty(), output, Optional.empty(), usage);
    }

    /** Its run does not go on for now, and so no worker will take it up. */
    public Step hold() {
        return with(StepStatus.HELD, attempt, startedAt, Optional.empty(), output, error, usage);
    }

    private Step with(
            StepStatus newStatus,
            int newAttempt,
            Optional<Instant> newStartedAt,
            Optional<Instant> newFinishedAt,
            ObjectValue newOutput,
            Optional<String> newError,
            Usage newUsage) {
        return new Step(
                nodeId,
                iteration,
                type,
                label,
                newStatus,
                newAttempt,
                newStartedAt,
                newFinishedAt,
                newOutput,
                newError,
                newUsage);
    }
}
