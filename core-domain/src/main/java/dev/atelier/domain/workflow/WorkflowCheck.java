package dev.atelier.domain.workflow;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.List;
import java.util.Optional;

/**
 * What is right and wrong with a definition.
 *
 * @param graph the graph that can run; empty when there are errors
 * @param errors everything that keeps it from running
 * @param warnings what is probably not meant so
 */
public record WorkflowCheck(Optional<WorkflowGraph> graph, List<WorkflowFault> errors, List<WorkflowFault> warnings) {

    public WorkflowCheck {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Finds all faults of {@code definition} at once, or the first thousand. */
    public static WorkflowCheck of(ObjectValue definition) {
        var faults = new FaultCollector();
        if (definition.jsonSize() > WorkflowDetails.DEFINITION_MAX_BYTES) {
            faults.error(
                    Code.DEFINITION_TOO_LARGE,
                    "a definition has at most %d bytes of JSON".formatted(WorkflowDetails.DEFINITION_MAX_BYTES));
            return new WorkflowCheck(Optional.empty(), faults.errors(), List.of());
        }
        var draft = new DefinitionReader(faults).read(definition);
        var wiring = new GraphRules(draft, faults).check();
        return faults.errors().isEmpty()
                ? new WorkflowCheck(Optional.of(new WorkflowGraph(draft, wiring)), List.of(), faults.warnings())
                : new WorkflowCheck(Optional.empty(), faults.errors(), faults.warnings());
    }

    /**
     * The graph that can run.
     *
     * @throws DomainException.WorkflowInvalid with all errors, when there are any
     */
    public WorkflowGraph graphOrThrow() {
        return graph.orElseThrow(() -> new DomainException.WorkflowInvalid(errors));
    }
}
