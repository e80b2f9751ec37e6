package dev.atelier.application;

import dev.atelier.domain.run.ControlSteps;
import dev.atelier.domain.run.LoopTurn;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunScope;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.Template;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.List;
import java.util.function.Supplier;

/**
 * A step that has been begun, and what it can know.
 *
 * @param newest the newest step of each node, those before this one finished
 * @param all reads all steps of the run so far, which may be many; what was before this step does not change any more
 */
record StepWork(Run run, WorkflowGraph graph, Node node, Step step, List<Step> newest, Supplier<List<Step>> all) {

    ControlSteps control() {
        return control(newest);
    }

    /** What a loop does now. Only at its end does it look at all that was. */
    LoopTurn turn(ControlNode.Loop loop) {
        return switch (control().turn(loop, step)) {
            case LoopTurn.Pass pass -> pass;
            case LoopTurn.End ignored -> control(all.get()).turn(loop, step);
        };
    }

    private ControlSteps control(List<Step> steps) {
        return new ControlSteps(graph, run.inputs(), new StoredSteps(steps));
    }

    /** @throws dev.atelier.domain.run.UnresolvedReferenceException when a reference in it stands for nothing */
    String render(Template template) {
        return template.render(new RunScope(graph, run.inputs(), new StoredSteps(newest), step.id())::resolve);
    }
}
