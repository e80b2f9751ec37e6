package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.value.Value.StringValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Reference;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.List;
import java.util.Optional;

/**
 * What the references in a step stand for: the inputs of its run, and the outputs of the steps before it. In a loop these are
 * the steps of the same pass; of a loop that is over, those of its last pass. Whatever a step would have given that was skipped
 * or never came about is empty text, so that branches can be referred to where they meet again.
 */
public final class RunScope {

    private static final String DEFAULT_FIELD = "content";

    private final WorkflowGraph graph;
    private final ObjectValue inputs;
    private final StoredSteps steps;
    private final StepId step;

    /** @param step the one that refers */
    public RunScope(WorkflowGraph graph, ObjectValue inputs, StoredSteps steps, StepId step) {
        this.graph = graph;
        this.inputs = inputs;
        this.steps = steps;
        this.step = step;
    }

    /**
     * The value that a reference stands for.
     *
     * @throws UnresolvedReferenceException when there is nothing at that place
     */
    public Value resolve(Reference reference) {
        return find(reference)
                .orElseThrow(() -> new UnresolvedReferenceException(
                        reference.source() + " stands for nothing: the step it refers to did not give that"));
    }

    private Optional<Value> find(Reference reference) {
        var node = graph.target(reference);
        return node.isEmpty()
                ? inputs.field(((Reference.ToName) reference).name())
                : output(node.get())
                        .map(output -> within(output, reference))
                        .orElseGet(() -> Optional.of(Value.of("")));
    }

    /** What the node gave, as this step sees it; empty when it gave nothing. */
    private Optional<ObjectValue> output(NodeId node) {
        return visible(node)
                .filter(found -> found.status() == StepStatus.COMPLETED || isAround(node))
                .map(Step::output);
    }

    private Optional<Step> visible(NodeId node) {
        var nesting = graph.nesting();
        int shared = sharedLoops(node);
        int iteration = Iterations.outside(step.iteration(), nesting.depth(step.node()) - shared);
        int deeper = nesting.depth(node) - shared;
        return steps.newest(node, Iterations.firstInside(iteration, deeper), Iterations.lastInside(iteration, deeper));
    }

    /** How many loops both nodes are in. */
    private int sharedLoops(NodeId node) {
        var mine = graph.nesting().path(step.node());
        var other = graph.nesting().path(node);
        int shared = 0;
        while (shared < mine.size() - 1
                && shared < other.size() - 1
                && mine.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return shared;
    }

    private boolean isAround(NodeId node) {
        return graph.nesting().path(step.node()).contains(node);
    }

    private static Optional<Value> within(ObjectValue output, Reference reference) {
        return reference instanceof Reference.ToNode toNode && !toNode.path().isEmpty()
                ? descend(output, toNode.path())
                : output.field(DEFAULT_FIELD).or(() -> Optional.of(output));
    }

    private static Optional<Value> descend(Value from, List<Reference.Segment> path) {
        var value = Optional.of(from);
        for (var segment : path) {
            value = value.flatMap(at -> step(at, segment));
        }
        return value;
    }

    private static Optional<Value> step(Value at, Reference.Segment segment) {
        return switch (segment) {
            case Reference.Segment.Field field ->
                at instanceof ObjectValue object ? object.field(field.name()) : contentOf(at, field.name());
            case Reference.Segment.Index index ->
                at instanceof ListValue list && index.index() < list.values().size()
                        ? Optional.of(list.values().get(index.index()))
                        : Optional.empty();
        };
    }

    /** A result of a loop may be the bare content of a step; who asks for the content of that means it. */
    private static Optional<Value> contentOf(Value at, String field) {
        return Optional.of(at).filter(value -> value instanceof StringValue && field.equals(DEFAULT_FIELD));
    }
}
