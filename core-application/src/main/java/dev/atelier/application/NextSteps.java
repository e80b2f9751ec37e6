package dev.atelier.application;

import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunPlan;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.port.out.run.RunRepository;
import java.time.InstantSource;

/** Takes a run on to what its plan says comes next: part of the transaction, with the run locked, that has saved a step of it. */
final class NextSteps {

    /** How many steps of one run are in hand at once, so that a wide run leaves workers to the others. */
    static final int AT_ONCE = 16;

    private final RunRepository runs;
    private final WorkflowGraphs graphs;
    private final RunJournal journal;
    private final JobQueue queue;
    private final RunMails mails;
    private final InstantSource clock;

    NextSteps(
            RunRepository runs,
            WorkflowGraphs graphs,
            RunJournal journal,
            JobQueue queue,
            RunMails mails,
            InstantSource clock) {
        this.runs = runs;
        this.graphs = graphs;
        this.journal = journal;
        this.queue = queue;
        this.mails = mails;
        this.clock = clock;
    }

    /** Stores what comes next, and returns the run, which its caller is to store. A run that is paused does no more than end. */
    Run proceed(Run run) {
        var graph = graphs.of(run);
        var steps = new StoredSteps(runs.newestSteps(run.owner(), run.id(), graph.executionOrder()));
        var plan = new RunPlan(graph, steps);
        var decision = plan.decide(AT_ONCE);
        decision.skip().forEach(id -> save(run, Step.skipped(graph.node(id.node()), id.iteration(), clock.instant())));
        boolean goesOn = run.status() == RunStatus.RUNNING;
        if (goesOn) {
            decision.begin()
                    .forEach(id -> begin(
                            run,
                            steps.find(id)
                                    .map(Step::again)
                                    .orElseGet(() -> Step.pending(graph.node(id.node()), id.iteration()))));
        }
        var told = run.progress(plan.progress());
        return switch (decision.outcome()) {
            case COMPLETED -> {
                mails.announce(told);
                yield journal.record(told.complete(plan.outputs(), clock.instant()), RunEvent.Type.RUN_COMPLETED);
            }
            case WAITING_FOR_REVIEW ->
                goesOn ? journal.record(told.pause(PauseReason.REVIEW), RunEvent.Type.RUN_PAUSED) : told;
            case UNDER_WAY, FAILED -> told;
        };
    }

    private void begin(Run run, Step step) {
        save(run, step);
        queue.enqueue(run.owner(), new Task.ExecuteStep(run.id(), step.nodeId(), step.iteration()));
    }

    private void save(Run run, Step step) {
        runs.saveStep(run.owner(), run.id(), step);
    }
}
