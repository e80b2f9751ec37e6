package dev.atelier.domain.run;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.Validation;
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
 * @param error why it failed, or which limit it has come to; a sentence for its owner
 * @param pauseReason while it is paused, and only then
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
        Optional<PauseReason> pauseReason,
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
                Optional.empty(),
                Usage.NONE,
                costLimitUsd,
                0,
                at,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /**
     * A step of it begins; the first one starts the run.
     *
     * @throws DomainException.InvalidState unless it is pending or runs
     */
    public Run begin(NodeId node, Instant at) {
        if (status == RunStatus.PAUSED || status == RunStatus.FAILED) {
            throw status.invalid("begin a step");
        }
        return to(RunStatus.RUNNING, "begin a step")
                .currentNode(Optional.of(node))
                .startedAt(startedAt.or(() -> Optional.of(at)))
                .apply();
    }

    /** A step of it has done its part. */
    public Run advance(Usage used) {
        return new Change()
                .currentNode(Optional.empty())
                .usage(usage.plus(used))
                .apply();
    }

    /** A step of it has used that, whatever becomes of the step. */
    public Run use(Usage used) {
        return new Change().usage(usage.plus(used)).apply();
    }

    /** It has come so far, in per cent; it never goes back. */
    public Run progress(int percent) {
        return new Change().progress(Math.max(progress, percent)).apply();
    }

    /**
     * All of it has finished.
     *
     * @throws DomainException.InvalidState unless it runs or is paused
     */
    public Run complete(ObjectValue allOutputs, Instant at) {
        return to(RunStatus.COMPLETED, "complete")
                .progress(100)
                .outputs(allOutputs)
                .currentNode(Optional.empty())
                .finishedAt(Optional.of(at))
                .apply();
    }

    /**
     * A step of it has failed for good.
     *
     * @throws DomainException.InvalidState when it has ended
     */
    public Run fail(String why, Instant at) {
        return to(RunStatus.FAILED, "fail")
                .error(Optional.of(why))
                .currentNode(Optional.empty())
                .finishedAt(Optional.of(at))
                .apply();
    }

    /**
     * No further step of it begins.
     *
     * @throws DomainException.InvalidState unless it is pending or runs
     */
    public Run pause(PauseReason why) {
        return to(RunStatus.PAUSED, "pause").pauseReason(Optional.of(why)).apply();
    }

    /**
     * No further step of it begins, because the next call might cost more than may be spent.
     *
     * @param why which limit that is; a sentence for its owner
     * @throws DomainException.InvalidState unless it is pending or runs
     */
    public Run pauseForCost(String why) {
        return pause(PauseReason.COST_LIMIT).new Change()
                .error(Optional.of(why))
                .apply();
    }

    /**
     * It goes on.
     *
     * @throws DomainException.InvalidState unless it is paused, for another reason than a review: that ends with the review
     */
    public Run resume() {
        if (status != RunStatus.PAUSED
                || pauseReason.filter(PauseReason.REVIEW::equals).isPresent()) {
            throw status.invalid(pauseReason.isPresent() ? "resume before the review" : "resume");
        }
        return to(RunStatus.RUNNING, "resume").apply();
    }

    /**
     * It goes on with another limit.
     *
     * @throws DomainException.InvalidState as {@link #resume()} says
     * @throws DomainException.ValidationFailed ({@code costLimitUsd}) when it has cost that much already
     */
    public Run resume(BigDecimal newCostLimitUsd) {
        var spent = usage.costUsd();
        new Validation()
                .require(
                        newCostLimitUsd.compareTo(spent) > 0,
                        "costLimitUsd",
                        "must be more than %s, what the run has cost".formatted(spent.toPlainString()))
                .orThrow();
        return resume().new Change().costLimitUsd(Optional.of(newCostLimitUsd)).apply();
    }

    /**
     * A person has decided about a step of it. It goes on if that is what it was paused for.
     *
     * @throws DomainException.InvalidState when it has not begun or has ended
     */
    public Run review() {
        if (status != RunStatus.RUNNING && status != RunStatus.PAUSED) {
            throw status.invalid("review");
        }
        return pauseReason.filter(PauseReason.REVIEW::equals).isPresent()
                ? to(RunStatus.RUNNING, "review").apply()
                : this;
    }

    /**
     * It ends here.
     *
     * @throws DomainException.InvalidState when it has ended
     */
    public Run stop(Instant at) {
        return to(RunStatus.STOPPED, "stop")
                .currentNode(Optional.empty())
                .finishedAt(Optional.of(at))
                .apply();
    }

    /**
     * It begins again at what has failed.
     *
     * @throws DomainException.InvalidState unless it has failed
     */
    public Run retry() {
        if (status != RunStatus.FAILED) {
            throw status.invalid("retry");
        }
        return to(RunStatus.RUNNING, "retry").finishedAt(Optional.empty()).apply();
    }

    private Change to(RunStatus next, String asked) {
        status.requireNext(next, asked);
        return new Change().status(next).pauseReason(Optional.empty()).error(Optional.empty());
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
        private Optional<PauseReason> newPauseReason = pauseReason;
        private Usage newUsage = usage;
        private Optional<BigDecimal> newCostLimitUsd = costLimitUsd;
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

        Change pauseReason(Optional<PauseReason> value) {
            newPauseReason = value;
            return this;
        }

        Change costLimitUsd(Optional<BigDecimal> value) {
            newCostLimitUsd = value;
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
                    newPauseReason,
                    newUsage,
                    newCostLimitUsd,
                    newLastEvent,
                    createdAt,
                    newStartedAt,
                    newFinishedAt,
                    revision + 1);
        }
    }
}
