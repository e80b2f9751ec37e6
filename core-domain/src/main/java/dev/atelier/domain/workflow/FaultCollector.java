package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the reading and checking of one definition finds. */
final class FaultCollector {

    private final List<WorkflowFault> errors = new ArrayList<>();
    private final List<WorkflowFault> warnings = new ArrayList<>();

    void error(Code code, String message) {
        errors.add(WorkflowFault.of(code, message));
    }

    void error(String nodeId, Code code, String message) {
        errors.add(WorkflowFault.at(nodeId, code, message));
    }

    void error(NodeId nodeId, Code code, String message) {
        error(nodeId.value(), code, message);
    }

    void warning(NodeId nodeId, Code code, String message) {
        warnings.add(WorkflowFault.at(nodeId.value(), code, message));
    }

    List<WorkflowFault> errors() {
        return errors;
    }

    List<WorkflowFault> warnings() {
        return warnings;
    }
}
