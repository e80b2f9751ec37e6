package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the reading and checking of one definition finds. */
final class FaultCollector {

    /** Nobody mends more at once; a definition may be made to have millions. */
    private static final int MOST = 1_000;

    /** Faults quote the definition, which may be one long word; in Unicode code points. */
    private static final int LONGEST = 1_000;

    private final List<WorkflowFault> errors = new ArrayList<>();
    private final List<WorkflowFault> warnings = new ArrayList<>();

    void error(Code code, String message) {
        add(errors, WorkflowFault.of(code, message));
    }

    void error(String nodeId, Code code, String message) {
        add(errors, WorkflowFault.at(nodeId, code, message));
    }

    void error(NodeId nodeId, Code code, String message) {
        error(nodeId.value(), code, message);
    }

    void warning(NodeId nodeId, Code code, String message) {
        add(warnings, WorkflowFault.at(nodeId.value(), code, message));
    }

    private static void add(List<WorkflowFault> faults, WorkflowFault fault) {
        if (faults.size() < MOST) {
            faults.add(new WorkflowFault(fault.nodeId().map(FaultCollector::cut), fault.code(), cut(fault.message())));
        }
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    }

    List<WorkflowFault> errors() {
        return errors;
    }

    List<WorkflowFault> warnings() {
        return warnings;
    }
}
