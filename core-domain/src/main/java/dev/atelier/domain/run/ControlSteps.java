package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.WorkflowGraph;

/** What the steps of {@link ControlNode}s do. Told from nothing but the stored steps, like {@link RunPlan}. */
public final class ControlSteps {

    private final WorkflowGraph graph;
    private final ObjectValue inputs;
    private final StoredSteps steps;

    /** @param steps the newest of each node at least; when a loop is taken up, all of its body */
    public ControlSteps(WorkflowGraph graph, ObjectValue inputs, StoredSteps steps) {
        this.graph = graph;
        this.inputs = inputs;
        this.steps = steps;
    }

    /**
     * Which branch is taken: {@code result}, true or false, and {@code branch}, the same as text.
     *
     * @throws UnresolvedReferenceException when the condition refers to something that is not there
     */
    public ObjectValue branch(ControlNode.Conditional node, StepId id) {
        boolean holds = node.condition().holds(scope(id)::resolve);
        return ObjectValue.EMPTY.with("result", Value.of(holds)).with("branch", Value.of(Boolean.toString(holds)));
    }

    /**
     * What a person is to decide: {@code content} and {@code criteria}, as texts.
     *
     * @throws UnresolvedReferenceException when one of them refers to something that is not there
     */
    public ObjectValue question(ControlNode.Review node, StepId id) {
        var scope = scope(id);
        var content = node.content().map(scope::resolve).map(Value::text).orElse("");
        return ObjectValue.EMPTY
                .with("content", Value.of(content))
                .with("criteria", Value.of(node.criteria().render(scope::resolve)));
    }

    /**
     * Whether a loop goes round once more.
     *
     * @throws UnresolvedReferenceException when what it repeats refers to something that is not there, or of no use
     */
    public LoopTurn turn(ControlNode.Loop node, Step loop) {
        return new LoopProgress(graph, steps, scope(loop.id()), node, loop).turn();
    }

    private RunScope scope(StepId id) {
        return new RunScope(graph, inputs, steps, id);
    }
}
