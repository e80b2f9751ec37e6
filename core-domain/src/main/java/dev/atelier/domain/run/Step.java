package dev.atelier.domain.run;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a node.
 *
 * @param iteration which pass of the loop that the node is in, from 0; 0 outside loops
 * @param type the node's type
 * @param label the node's label
 * @param attempt how often it has been begun
 * @param output empty fields until it has completed
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
    public static Step pending(Node node) {
        return new Step(
                node.id(),
                0,
                node.type(),
                node.label(),
                StepStatus.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                ObjectValue.EMPTY,
                Optional.empty(),
                Usage.NONE);
    }

    public Step begin(Instant at) {
        return with(StepStatus.RUNNING, attempt + 1, Optional.of(at), Optional.empty(), output, error, usage);
    }

    public Step complete(ObjectValue result, Usage used, Instant at) {
        return with(
                StepStatus.COMPLETED, attempt, startedAt, Optional.of(at), result, Optional.empty(), usage.plus(used));
    }

    /** It will be begun again. */
    public Step postpone(String why) {
        return with(StepStatus.PENDING, attempt, startedAt, Optional.empty(), output, Optional.of(why), usage);
    }

    public Step fail(String why, Instant at) {
        return with(StepStatus.FAILED, attempt, startedAt, Optional.of(at), output, Optional.of(why), usage);
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
