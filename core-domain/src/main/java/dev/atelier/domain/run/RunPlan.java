package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run does next, told from nothing but its graph and its stored steps: asked again after a crash, it says the
 * same.
 */
public final class RunPlan {

    private final WorkflowGraph graph;
    private final Map<NodeId, Step> steps;

    /** @param steps every step that the run has, in any state */
    public RunPlan(WorkflowGraph graph, Collection<Step> steps) {
        this.graph = graph;
        this.steps = steps.stream().collect(Collectors.toMap(Step::nodeId, Function.identity()));
    }

    /** The nodes that have no step yet although all that they wait for has completed. */
    public List<Node> ready() {
        return graph.executionOrder().stream()
                .filter(id -> !steps.containsKey(id))
                .filter(id -> graph.dependencies(id).stream().allMatch(this::isCompleted))
                .map(graph::node)
                .toList();
    }

    /** Whether every node has completed. */
    public boolean isComplete() {
        return graph.executionOrder().stream().allMatch(this::isCompleted);
    }

    /** How many nodes have completed, in per cent, rounded down. */
    public int progress() {
        long completed =
                graph.executionOrder().stream().filter(this::isCompleted).count();
        return (int) (completed * 100 / graph.executionOrder().size());
    }

    /** By node id, the output of every completed step. */
    public ObjectValue outputs() {
        var outputs = new LinkedHashMap<String, Value>();
        graph.executionOrder().forEach(id -> completed(id).ifPresent(step -> outputs.put(id.value(), step.output())));
        return new ObjectValue(outputs);
    }

    private boolean isCompleted(NodeId id) {
        return completed(id).isPresent();
    }

    private Optional<Step> completed(NodeId id) {
        return Optional.ofNullable(steps.get(id)).filter(step -> step.status() == StepStatus.COMPLETED);
    }
}
