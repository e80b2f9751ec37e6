package dev.atelier.application;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Locale;

/** Writes down what happens in runs: as rows of the caller's transaction, and as a notice once it is committed. */
final class RunJournal {

    private static final Logger LOG = System.getLogger(RunJournal.class.getName());

    private final RunRepository runs;
    private final RunEventFeed feed;
    private final Transactions transactions;
    private final InstantSource clock;

    RunJournal(RunRepository runs, RunEventFeed feed, Transactions transactions, InstantSource clock) {
        this.runs = runs;
        this.feed = feed;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A new run is stored, with its first event. */
    Run open(Run run) {
        var counted = run.countEvent();
        runs.insert(counted);
        write(counted, RunEvent.Type.RUN_QUEUED, about(counted));
        return counted;
    }

    /** Something happened to the run itself; returns the run that knows of the event, to be stored by the caller. */
    Run record(Run run, RunEvent.Type type) {
        var counted = run.countEvent();
        write(counted, type, about(counted));
        return counted;
    }

    /** Something happened to a step of it. */
    Run record(Run run, RunEvent.Type type, Step step) {
        var counted = run.countEvent();
        write(counted, type, about(step));
        return counted;
    }

    private void write(Run run, RunEvent.Type type, ObjectValue data) {
        runs.append(run.owner(), run.id(), new RunEvent(run.lastEvent(), type, data, clock.instant()));
        transactions.afterCommit(() -> announce(run));
    }

    private void announce(Run run) {
        try {
            feed.publish(run.id(), new RunEventFeed.MoreEvents());
        } catch (PortFailure e) {
            LOG.log(
                    Level.DEBUG,
                    () -> "followers of run %s find its events later: %s"
                            .formatted(run.id().value(), e.getMessage()));
        }
    }

    private static ObjectValue about(Run run) {
        var data = ObjectValue.EMPTY
                .with("runId", Value.of(run.id().value().toString()))
                .with("status", Value.of(spelled(run.status())))
                .with("progress", Value.of(run.progress()));
        if (run.status().isFinal()) {
            data = data.with("outputs", run.outputs()).with("usage", about(run.usage()));
        }
        if (run.pauseReason().isPresent()) {
            data = data.with("pauseReason", Value.of(spelled(run.pauseReason().get())));
        }
        return run.error().isPresent() ? data.with("error", Value.of(run.error().get())) : data;
    }

    private static ObjectValue about(Step step) {
        var data = ObjectValue.EMPTY
                .with("nodeId", Value.of(step.nodeId().value()))
                .with("type", Value.of(step.type()))
                .with("label", Value.of(step.label()))
                .with("iteration", Value.of(step.iteration()))
                .with("status", Value.of(spelled(step.status())))
                .with("attempt", Value.of(step.attempt()));
        if (step.finishedAt().isPresent()) {
            data = data.with("output", step.output()).with("usage", about(step.usage()));
        }
        return step.error().isPresent()
                ? data.with("error", Value.of(step.error().get()))
                : data;
    }

    private static ObjectValue about(Usage usage) {
        return ObjectValue.EMPTY
                .with("inputTokens", Value.of(usage.inputTokens()))
                .with("outputTokens", Value.of(usage.outputTokens()))
                .with("images", Value.of(usage.images()))
                .with("costUsd", Value.of(usage.costUsd()));
    }

    private static String spelled(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
