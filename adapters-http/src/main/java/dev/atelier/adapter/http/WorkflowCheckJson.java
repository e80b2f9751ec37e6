package dev.atelier.adapter.http;

import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowCheck;
import java.util.List;

/** @param executionOrder node ids; none when there are errors */
record WorkflowCheckJson(
        boolean valid, List<WorkflowFaultJson> errors, List<WorkflowFaultJson> warnings, List<String> executionOrder) {

    static WorkflowCheckJson of(WorkflowCheck check) {
        return new WorkflowCheckJson(
                check.errors().isEmpty(),
                check.errors().stream().map(WorkflowFaultJson::of).toList(),
                check.warnings().stream().map(WorkflowFaultJson::of).toList(),
                check.graph().stream()
                        .flatMap(graph -> graph.executionOrder().stream())
                        .map(NodeId::value)
                        .toList());
    }
}
