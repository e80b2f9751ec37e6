package dev.atelier.application;

import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunPlan;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.domain.workflow.WorkflowGraph;
import dev.atelier.port.out.run.RunRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes a run on to what its plan says comes next: part of the transaction, with the run locked, that has saved a step of it. */
final class NextSteps {

    /** How many steps of one run are in hand at once, so that a wide run leaves workers to the others. */
    static final int AT_ONCE = 16;

    private final RunRepository runs;
    private final WorkflowGraphs graphs;
    private final RunJournal journal;
    private final StepBeginning beginning;
    private final JobQueue queue;
    private final RunMails mails;
    private final InstantSource clock;

    NextSteps(
            RunRepository runs,
            WorkflowGraphs graphs,
            RunJournal journal,
            StepBeginning beginning,
            JobQueue queue,
            RunMails mails,
            InstantSource clock) {
        this.runs = runs;
        this.graphs = graphs;
        this.journal = journal;
        this.beginning = beginning;
        this.queue = queue;
        this.mails = mails;
        this.clock = clock;
    }

    /** The newest step of each node. */
    StoredSteps stored(Run run) {
        return stored(run, new StoredSteps(List.of()));
    }

    /** The same for who knows what there was before: only what may have changed since is read. */
    StoredSteps stored(Run run, StoredSteps known) {
        var graph = graphs.of(run);
        var done = known.done(graph);
        var others = graph.executionOrder().stream()
                .filter(node -> done.newest(node).isEmpty())
                .toList();
        return done.with(runs.newestSteps(run.owner(), run.id(), others));
    }

    /** Stores what comes next, and returns the run, which its caller is to store. A run that is paused does no more than end. */
    Run proceed(Run run) {
        return proceed(run, stored(run), Stretch.NONE).run();
    }

    /**
     * The same for a worker, which goes on with the first step that comes next if its stretch does.
     *
     * @param steps the newest of each node at least
     */
    Onward proceed(Run run, StoredSteps steps, Stretch stretch) {
        var graph = graphs.of(run);
        var plan = new RunPlan(graph, steps);
        var decision = plan.decide(AT_ONCE);
        var skipped = decision.skip().stream()
                .map(id -> Step.skipped(graph.node(id.node()), id.iteration(), clock.instant()))
                .toList();
        skipped.forEach(step -> save(run, step));
        boolean goesOn = run.status() == RunStatus.RUNNING;
        var told = run.progress(plan.progress());
        return switch (decision.outcome()) {
            case COMPLETED -> Onward.of(complete(told, plan));
            case WAITING_FOR_REVIEW ->
                Onward.of(goesOn ? journal.record(told.pause(PauseReason.REVIEW), RunEvent.Type.RUN_PAUSED) : told);
            case UNDER_WAY ->
                goesOn ? begin(told, graph, decision.begin(), steps.with(skipped), stretch) : Onward.of(told);
            case FAILED -> Onward.of(told);
        };
    }

    private Run complete(Run run, RunPlan plan) {
        mails.announce(run);
        return journal.record(run.complete(plan.outputs(), clock.instant()), RunEvent.Type.RUN_COMPLETED);
    }

    private Onward begin(Run run, WorkflowGraph graph, List<StepId> next, StoredSteps stored, Stretch stretch) {
        var steps = next.stream()
                .map(id -> stored.find(id)
                        .map(Step::again)
                        .orElseGet(() -> Step.pending(graph.node(id.node()), id.iteration())))
                .toList();
        if (steps.isEmpty() || !stretch.goesOn()) {
            steps.forEach(step -> enqueue(run, step));
            return Onward.of(run);
        }
        var others = steps.subList(1, steps.size());
        others.forEach(step -> enqueue(run, step));
        var claim = queue.take(run.owner(), task(run, steps.getFirst()), stretch.lease());
        var work = beginning.begin(run, graph, steps.getFirst(), stored.with(others));
        return new Onward(work.run(), Optional.of(new StepTaken(claim, work)));
    }

    private void enqueue(Run run, Step step) {
        save(run, step);
        queue.enqueue(run.owner(), task(run, step));
    }

    private static Task task(Run run, Step step) {
        return new Task.ExecuteStep(run.id(), step.nodeId(), step.iteration());
    }

    private void save(Run run, Step step) {
        runs.saveStep(run.owner(), run.id(), step);
    }
}
