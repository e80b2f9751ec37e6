package dev.atelier.application;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.WorkflowCheck;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The one place that knows which nodes definitions may have and nobody can execute here. */
final class ExecutableNodes {

    /** What to do about it that the web is not searched. */
    static final String NO_WEB_SEARCH = "the web cannot be searched here; the operator has to set TAVILY_API_KEY";

    static final String NO_MAIL = "no mail is sent here; the operator has to set BREVO_API_KEY and FROM_EMAIL";

    private final boolean searchesTheWeb;
    private final boolean sendsMail;

    /**
     * @param searchesTheWeb whether somebody does
     * @param sendsMail whether somebody does
     */
    ExecutableNodes(boolean searchesTheWeb, boolean sendsMail) {
        this.searchesTheWeb = searchesTheWeb;
        this.sendsMail = sendsMail;
    }

    /** What is right and wrong with a definition, a node that cannot be executed being wrong, and a mail that is not sent a warning. */
    WorkflowCheck check(ObjectValue definition) {
        var check = WorkflowCheck.of(definition);
        var refused = tell(check, this::refusal);
        return new WorkflowCheck(
                check.graph().filter(ignored -> refused.isEmpty()),
                joined(check.errors(), refused),
                joined(check.warnings(), tell(check, this::warning)));
    }

    private static List<WorkflowFault> tell(WorkflowCheck check, Function<Node, Stream<WorkflowFault>> about) {
        return check.graph().stream()
                .flatMap(graph -> graph.executionOrder().stream().map(graph::node))
                .flatMap(about)
                .toList();
    }

    private static List<WorkflowFault> joined(List<WorkflowFault> found, List<WorkflowFault> more) {
        return Stream.concat(found.stream(), more.stream()).toList();
    }

    private Stream<WorkflowFault> warning(Node node) {
        return node instanceof Node.Finish finish && finish.notifyUser() && !sendsMail
                ? Stream.of(WorkflowFault.at(node.id().value(), Code.NOT_CONFIGURED, NO_MAIL))
                : Stream.empty();
    }

    private Stream<WorkflowFault> refusal(Node node) {
        return switch (node) {
            case Node.WebSearch ignored
            when !searchesTheWeb -> Stream.of(WorkflowFault.at(node.id().value(), Code.NOT_CONFIGURED, NO_WEB_SEARCH));
            default -> Stream.empty();
        };
    }
}
