package dev.atelier.application;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.domain.workflow.WorkflowGraph;
import dev.atelier.port.out.run.RunRepository;
import java.time.InstantSource;
import java.util.List;

/** Begins steps: part of the caller's transaction, with the run locked. */
final class StepBeginning {

    private final RunRepository runs;
    private final RunJournal journal;
    private final InstantSource clock;

    StepBeginning(RunRepository runs, RunJournal journal, InstantSource clock) {
        this.runs = runs;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Stores that a step has begun, and tells of it. The run as it is then is that of the work; the caller stores it.
     *
     * @param steps the newest of each node at least, as they were before
     */
    StepWork begin(Run run, WorkflowGraph graph, Step step, StoredSteps steps) {
        var now = clock.instant();
        var begun = step.begin(now);
        runs.saveStep(run.owner(), run.id(), begun);
        var running = run.begin(begun.nodeId(), now);
        if (run.startedAt().isEmpty()) {
            running = journal.record(running, RunEvent.Type.RUN_STARTED);
        }
        running = journal.record(running, RunEvent.Type.STEP_STARTED, begun);
        return new StepWork(
                running,
                graph,
                graph.node(begun.nodeId()),
                begun,
                steps.with(List.of(begun)),
                () -> runs.steps(run.owner(), run.id()));
    }
}
