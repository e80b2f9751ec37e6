package dev.atelier.application;

import dev.atelier.domain.run.ControlSteps;
import dev.atelier.domain.run.LoopTurn;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunScope;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StoredSteps;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.workflow.Attachable;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.Reference;
import dev.atelier.domain.workflow.Template;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.List;
import java.util.function.Supplier;

/**
 * A step that has been begun, and what it can know.
 *
 * @param newest the newest step of each node at least, those before this one finished
 * @param all reads all steps of the run so far, which may be many; what was before this step does not change any more
 */
record StepWork(Run run, WorkflowGraph graph, Node node, Step step, StoredSteps newest, Supplier<List<Step>> all) {

    ControlSteps control() {
        return control(newest);
    }

    /** What a loop does now. Only at its end does it look at all that was. */
    LoopTurn turn(ControlNode.Loop loop) {
        return switch (control().turn(loop, step)) {
            case LoopTurn.Pass pass -> pass;
            case LoopTurn.End ignored -> control(new StoredSteps(all.get())).turn(loop, step);
        };
    }

    private ControlSteps control(StoredSteps steps) {
        return new ControlSteps(graph, run.inputs(), steps);
    }

    /**
     * The id that something to be attached has; empty when the step that was to make it was skipped.
     *
     * @param field where steps tell the ids of what they made, for a reference that names a step alone
     * @throws dev.atelier.domain.run.UnresolvedReferenceException when a reference in it stands for nothing
     */
    String idOf(Attachable attachable, String field) {
        return switch (attachable) {
            case Attachable.InProject inProject -> render(inProject.id()).strip();
            case Attachable.Made made -> firstOf(scope().resolve(toField(made.reference(), field)));
        };
    }

    /** A name in single braces may be that of a step, too. */
    private Reference toField(Reference reference, String field) {
        return reference instanceof Reference.ToName
                ? graph.target(reference)
                        .<Reference>map(
                                step -> new Reference.ToNode(reference.source(), step, List.of()).orField(field))
                        .orElse(reference)
                : reference;
    }

    private static String firstOf(Value value) {
        return value instanceof Value.ListValue list
                ? list.values().stream().findFirst().map(Value::text).orElse("")
                : value.text().strip();
    }

    /** @throws dev.atelier.domain.run.UnresolvedReferenceException when a reference in it stands for nothing */
    String render(Template template) {
        return template.render(scope()::resolve);
    }

    private RunScope scope() {
        return new RunScope(graph, run.inputs(), newest, step.id());
    }
}
