package dev.atelier.adapter.http;

import dev.atelier.domain.error.WorkflowFault;
import java.util.Optional;

/** @param nodeId null when it is the graph as a whole */
record WorkflowFaultJson(Optional<String> nodeId, String code, String message) {

    static WorkflowFaultJson of(WorkflowFault fault) {
        return new WorkflowFaultJson(fault.nodeId(), Fields.spelled(fault.code()), fault.message());
    }
}
