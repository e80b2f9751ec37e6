package dev.atelier.domain.error;

import java.util.Optional;

/**
 * Something that is wrong with the definition of a workflow.
 *
 * @param nodeId the node it concerns, as spelled in the definition; empty when it is the graph as a whole
 * @param message what is wrong and how to mend it, a sentence for a person
 */
public record WorkflowFault(Optional<String> nodeId, Code code, String message) {

    /** What kind of fault; spelled outside in lower case. */
    public enum Code {
        MALFORMED_DEFINITION,
        MISSING_START,
        SEVERAL_STARTS,
        MISSING_FINISH,
        INVALID_NODE_ID,
        DUPLICATE_NODE_ID,
        UNKNOWN_TYPE,
        MISSING_FIELD,
        INVALID_FIELD,
        UNKNOWN_EDGE_SOURCE,
        UNKNOWN_EDGE_TARGET,
        CYCLE,
        INVALID_LOOP,
        INVALID_REFERENCE,
        UNKNOWN_REFERENCE,
        REFERENCE_BEFORE_RUN,
        UNKNOWN_OUTPUT_FIELD,
        UNREACHABLE_NODE,
        TOO_MANY_NODES,
        DEFINITION_TOO_LARGE,
        /** Nothing is wrong with the definition: what it wants is not set up here. */
        NOT_CONFIGURED
    }

    public static WorkflowFault of(Code code, String message) {
        return new WorkflowFault(Optional.empty(), code, message);
    }

    public static WorkflowFault at(String nodeId, Code code, String message) {
        return new WorkflowFault(Optional.of(nodeId), code, message);
    }
}
