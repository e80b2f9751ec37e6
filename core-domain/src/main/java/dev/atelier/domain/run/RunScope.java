package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Reference;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the references in a step stand for: the inputs of its run, and the outputs of the steps before it. */
public final class RunScope {

    private static final String DEFAULT_FIELD = "content";

    private final WorkflowGraph graph;
    private final ObjectValue inputs;
    private final Map<NodeId, ObjectValue> outputs;

    public RunScope(WorkflowGraph graph, ObjectValue inputs, Collection<Step> steps) {
        this.graph = graph;
        this.inputs = inputs;
        this.outputs = steps.stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .collect(Collectors.toMap(Step::nodeId, Step::output));
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
        return graph.target(reference)
                .map(node -> Optional.ofNullable(outputs.get(node)).flatMap(output -> descend(output, path(reference))))
                .orElseGet(() -> inputs.field(((Reference.ToName) reference).name()));
    }

    private static List<Reference.Segment> path(Reference reference) {
        return reference instanceof Reference.ToNode toNode && !toNode.path().isEmpty()
                ? toNode.path()
                : List.of(new Reference.Segment.Field(DEFAULT_FIELD));
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
                at instanceof ObjectValue object ? object.field(field.name()) : Optional.empty();
            case Reference.Segment.Index index ->
                at instanceof ListValue list && index.index() < list.values().size()
                        ? Optional.of(list.values().get(index.index()))
                        : Optional.empty();
        };
    }
}
