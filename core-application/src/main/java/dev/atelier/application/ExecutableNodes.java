package dev.atelier.application;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one place that knows which types of nodes definitions may have and nobody here can execute yet. */
final class ExecutableNodes {

    private static final Set<String> TYPES = Set.of(
            Node.Start.TYPE,
            Node.Finish.TYPE,
            Node.TextGeneration.TYPE,
            Node.ImageGeneration.TYPE,
            ControlNode.Conditional.TYPE,
            ControlNode.Loop.TYPE,
            ControlNode.Parallel.TYPE,
            ControlNode.Review.TYPE);

    private ExecutableNodes() {}

    /** What is right and wrong with a definition, a node that cannot be executed being wrong. */
    static WorkflowCheck check(ObjectValue definition) {
        var check = WorkflowCheck.of(definition);
        var refused = check.graph().map(ExecutableNodes::refused).orElse(List.of());
        if (refused.isEmpty()) {
            return check;
        }
        var errors = new ArrayList<>(check.errors());
        errors.addAll(refused);
        return new WorkflowCheck(Optional.empty(), errors, check.warnings());
    }

    private static List<WorkflowFault> refused(WorkflowGraph graph) {
        return graph.executionOrder().stream()
                .map(graph::node)
                .filter(node -> !TYPES.contains(node.type()))
                .map(node -> WorkflowFault.at(
                        node.id().value(),
                        WorkflowFault.Code.UNKNOWN_TYPE,
                        "nodes of the type \"%s\" cannot be executed yet".formatted(node.type())))
                .toList();
    }

    /** For a node that {@link #check} has kept out of every run. */
    static IllegalStateException refused(Node node) {
        return new IllegalStateException("a run has a node of the type " + node.type());
    }
}
