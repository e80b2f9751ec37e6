package dev.atelier.domain.run;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a workflow.
 *
 * @param workflowVersion the definition that it works on, whatever is saved later
 * @param progress how many of its nodes have finished, in per cent, rounded down
 * @param currentNode the node that was begun last; empty when none is at work
 * @param outputs by node id, what each step gave; empty until it has completed
 * @param error why it failed, a sentence for its owner
 * @param costLimitUsd US dollars that it may spend
 * @param lastEvent the number of its newest event, 0 before the first
 * @param revision grows by one with each change
 */
public record Run(
        RunId id,
        UserId owner,
        ProjectId projectId,
        WorkflowId workflowId,
        long workflowVersion,
        RunStatus status,
        int progress,
        Optional<NodeId> currentNode,
        ObjectValue inputs,
        ObjectValue outputs,
        Optional<String> error,
        Usage usage,
        Optional<BigDecimal> costLimitUsd,
        long lastEvent,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        long revision) {

    /** One of which nothing has begun. */
    public static Run of(
            RunId id, Workflow workflow, ObjectValue inputs, Optional<BigDecimal> costLimitUsd, Instant at) {
        return new Run(
                id,
                workflow.owner(),
                workflow.projectId(),
                workflow.id(),
                workflow.version(),
                RunStatus.PENDING,
                0,
                Optional.empty(),
                inputs,
                ObjectValue.EMPTY,
                Optional.empty(),
                Usage.NONE,
                costLimitUsd,
                0,
                at,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** A step of it begins; the first one starts the run. */
    public Run begin(NodeId node, Instant at) {
        return new Change()
                .status(RunStatus.RUNNING)
                .currentNode(Optional.of(node))
                .startedAt(startedAt.or(() -> Optional.of(at)))
                .apply();
    }

    /** A step of it has finished. */
    public Run advance(int newProgress, Usage used) {
        return new Change()
                .progress(newProgress)
                .currentNode(Optional.empty())
                .usage(usage.plus(used))
                .apply();
    }

    public Run complete(ObjectValue allOutputs, Instant at) {
        return new Change()
                .status(RunStatus.COMPLETED)
                .progress(100)
                .outputs(allOutputs)
                .finishedAt(Optional.of(at))
                .apply();
    }

    public Run fail(String why, Instant at) {
        return new Change()
                .status(RunStatus.FAILED)
                .error(Optional.of(why))
                .currentNode(Optional.empty())
                .finishedAt(Optional.of(at))
                .apply();
    }

    /** It has one event more. */
    public Run countEvent() {
        return new Change().lastEvent(lastEvent + 1).apply();
    }

    /** The next revision of this run, field by field. */
    private final class Change {
        private RunStatus newStatus = status;
        private int newProgress = progress;
        private Optional<NodeId> newCurrentNode = currentNode;
        private ObjectValue newOutputs = outputs;
        private Optional<String> newError = error;
        private Usage newUsage = usage;
        private long newLastEvent = lastEvent;
        private Optional<Instant> newStartedAt = startedAt;
        private Optional<Instant> newFinishedAt = finishedAt;

        Change status(RunStatus value) {
            newStatus = value;
            return this;
        }

        Change progress(int value) {
            newProgress = value;
            return this;
        }

        Change currentNode(Optional<NodeId> value) {
            newCurrentNode = value;
            return this;
        }

        Change outputs(ObjectValue value) {
            newOutputs = value;
            return this;
        }

        Change error(Optional<String> value) {
            newError = value;
            return this;
        }

        Change usage(Usage value) {
            newUsage = value;
            return this;
        }

        Change lastEvent(long value) {
            newLastEvent = value;
            return this;
        }

        Change startedAt(Optional<Instant> value) {
            newStartedAt = value;
            return this;
        }

        Change finishedAt(Optional<Instant> value) {
            newFinishedAt = value;
            return this;
        }

        Run apply() {
            return new Run(
                    id,
                    owner,
                    projectId,
                    workflowId,
                    workflowVersion,
                    newStatus,
                    newProgress,
                    newCurrentNode,
                    inputs,
                    newOutputs,
                    newError,
                    newUsage,
                    costLimitUsd,
                    newLastEvent,
                    createdAt,
                    newStartedAt,
                    newFinishedAt,
                    revision + 1);
        }
    }
}
