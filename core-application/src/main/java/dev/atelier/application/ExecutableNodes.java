package dev.atelier.application;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one place that knows which nodes definitions may have and nobody can execute here. */
final class ExecutableNodes {

    /** What to do about it that the web is not searched. */
    static final String NO_WEB_SEARCH = "the web cannot be searched here; the operator has to set TAVILY_API_KEY";

    private final boolean searchesTheWeb;

    /** @param searchesTheWeb whether somebody does */
    ExecutableNodes(boolean searchesTheWeb) {
        this.searchesTheWeb = searchesTheWeb;
    }

    /** What is right and wrong with a definition, a node that cannot be executed being wrong. */
    WorkflowCheck check(ObjectValue definition) {
        var check = WorkflowCheck.of(definition);
        var refused = check.graph().map(this::refused).orElse(List.of());
        if (refused.isEmpty()) {
            return check;
        }
        var errors = new ArrayList<>(check.errors());
        errors.addAll(refused);
        return new WorkflowCheck(Optional.empty(), errors, check.warnings());
    }

    private List<WorkflowFault> refused(WorkflowGraph graph) {
        return graph.executionOrder().stream()
                .map(graph::node)
                .flatMap(this::refusal)
                .toList();
    }

    private Stream<WorkflowFault> refusal(Node node) {
        return switch (node) {
            case Node.ContextRetrieval ignored -> notYet(node);
            case Node.WebSearch ignored
            when !searchesTheWeb -> Stream.of(WorkflowFault.at(node.id().value(), Code.NOT_CONFIGURED, NO_WEB_SEARCH));
            default -> Stream.empty();
        };
    }

    private static Stream<WorkflowFault> notYet(Node node) {
        return Stream.of(WorkflowFault.at(
                node.id().value(),
                Code.UNKNOWN_TYPE,
                "nodes of the type \"%s\" cannot be executed yet".formatted(node.type())));
    }

    /** For a node that {@link #check} has kept out of every run. */
    static IllegalStateException refused(Node node) {
        return new IllegalStateException("a run has a node of the type " + node.type());
    }
}
