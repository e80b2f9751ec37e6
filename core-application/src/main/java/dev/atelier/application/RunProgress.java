package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.Decision;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunPlan;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowGraph;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.run.RunRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes a run from one stored state to the next. Each call is to be made in a transaction, and locks the run: steps that
 * end at the same moment end one after the other, and the last one sees all.
 */
final class RunProgress {

    /** How many steps of one run are in hand at once, so that a wide run leaves workers to the others. */
    private static final int STEPS_AT_ONCE = 32;

    private final RunRepository runs;
    private final DocumentRepository documents;
    private final FileRepository files;
    private final WorkflowGraphs graphs;
    private final RunJournal journal;
    private final JobQueue queue;
    private final InstantSource clock;

    RunProgress(
            RunRepository runs,
            DocumentRepository documents,
            FileRepository files,
            WorkflowGraphs graphs,
            RunJournal journal,
            JobQueue queue,
            InstantSource clock) {
        this.runs = runs;
        this.documents = documents;
        this.files = files;
        this.graphs = graphs;
        this.journal = journal;
        this.queue = queue;
        this.clock = clock;
    }

    /** Begins a step; empty when there is nothing to do: the run is gone or has ended, or the step has finished. */
    Optional<StepWork> begin(UserId owner, Task.ExecuteStep task) {
        var run = runs.lock(owner, task.run()).filter(found -> !found.status().isFinal());
        if (run.isEmpty()) {
            return Optional.empty();
        }
        var steps = runs.steps(owner, task.run());
        return find(steps, task.node(), task.iteration())
                .filter(step -> step.status() == StepStatus.PENDING || step.status() == StepStatus.RUNNING)
                .map(step -> begin(run.get(), step, steps));
    }

    private StepWork begin(Run run, Step step, List<Step> steps) {
        var now = clock.instant();
        var begun = step.begin(now);
        runs.saveStep(run.owner(), run.id(), begun);
        var running = run.begin(begun.nodeId(), now);
        if (run.startedAt().isEmpty()) {
            running = journal.record(running, RunEvent.Type.RUN_STARTED);
        }
        running = journal.record(running, RunEvent.Type.STEP_STARTED, begun);
        runs.update(running);
        var graph = graphs.of(run);
        return new StepWork(running, graph, graph.node(begun.nodeId()), begun, steps);
    }

    /** Stores what a step gave, and what comes next. */
    void complete(StepWork work, StepResult result) {
        var owner = work.run().owner();
        var locked = runs.lock(owner, work.run().id());
        if (locked.isEmpty()) {
            return; // removed meanwhile, with all that belongs to it
        }
        result.documents().forEach(documents::insert);
        result.files().forEach((file, content) -> files.markStored(owner, file, content));
        var now = clock.instant();
        var completed = work.step().complete(result.output(), result.usage(), now);
        runs.saveStep(owner, work.run().id(), completed);
        var plan = new RunPlan(
                work.graph(), new StoredSteps(runs.steps(owner, work.run().id())));
        var run = locked.get().advance(plan.progress(), result.usage());
        runs.update(run.status().isFinal() ? run : proceed(run, completed, plan, work.graph()));
    }

    private Run proceed(Run run, Step completed, RunPlan plan, WorkflowGraph graph) {
        var recorded = journal.record(run, RunEvent.Type.STEP_COMPLETED, completed);
        var decision = plan.decide(STEPS_AT_ONCE);
        if (decision.outcome() == Decision.Outcome.COMPLETED) {
            return journal.record(recorded.complete(plan.outputs(), clock.instant()), RunEvent.Type.RUN_COMPLETED);
        }
        for (var step : decision.begin()) {
            runs.saveStep(run.owner(), run.id(), Step.pending(graph.node(step.node()), step.iteration()));
            queue.enqueue(run.owner(), new Task.ExecuteStep(run.id(), step.node(), step.iteration()));
        }
        return recorded;
    }

    /** The step failed, and will be begun again. */
    void postpone(StepWork work, String why) {
        change(work, work.step().postpone(why), RunEvent.Type.STEP_RETRYING);
    }

    /** The step failed for good, and the run with it. */
    void fail(StepWork work, String why) {
        var now = clock.instant();
        change(work, work.step().fail(why, now), RunEvent.Type.STEP_FAILED)
                .map(run -> run.fail("%s: %s".formatted(work.node().label(), why), now))
                .map(run -> journal.record(run, RunEvent.Type.RUN_FAILED))
                .ifPresent(runs::update);
    }

    /** A step of the run will never be done: the run fails, unless it has ended. */
    void abandon(UserId owner, Task.ExecuteStep task, String why) {
        runs.lock(owner, task.run())
                .filter(run -> !run.status().isFinal())
                .map(run -> run.fail("%s: %s".formatted(task.node(), why), clock.instant()))
                .map(run -> journal.record(run, RunEvent.Type.RUN_FAILED))
                .ifPresent(runs::update);
    }

    private Optional<Run> change(StepWork work, Step step, RunEvent.Type event) {
        var run = runs.lock(work.run().owner(), work.run().id())
                .filter(found -> !found.status().isFinal())
                .map(found -> journal.record(found, event, step));
        run.ifPresent(found -> {
            runs.saveStep(found.owner(), found.id(), step);
            runs.update(found);
        });
        return run;
    }

    private static Optional<Step> find(List<Step> steps, NodeId node, int iteration) {
        return steps.stream()
                .filter(step -> step.nodeId().equals(node) && step.iteration() == iteration)
                .findFirst();
    }
}
