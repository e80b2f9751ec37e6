package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the fields that references name are fields that those nodes have. */
final class OutputFields {

    /** What a loop sees of itself when it asks whether to go round again. */
    private static final Set<String> OF_A_LOOP_FOR_ITSELF = Set.of("iteration", "item", "iterations_completed");

    private final DefinitionDraft draft;
    private final Nesting nesting;
    private final FaultCollector faults;

    OutputFields(DefinitionDraft draft, Nesting nesting, FaultCollector faults) {
        this.draft = draft;
        this.nesting = nesting;
        this.faults = faults;
    }

    void check(Node from, Reference reference, NodeId target) {
        Optional.ofNullable(draft.nodes().get(target)).ifPresent(node -> check(from, reference, node));
    }

    private void check(Node from, Reference reference, Node target) {
        var first = first(reference);
        var known = visible(from, target);
        if (first.isEmpty()) {
            checkContent(from, reference, target, known);
        } else if (!(first.get() instanceof Reference.Segment.Field field && known.contains(field.name()))) {
            tell(from, reference, target, known);
        }
    }

    private static Optional<Reference.Segment> first(Reference reference) {
        return reference instanceof Reference.ToNode toNode
                ? toNode.path().stream().findFirst()
                : Optional.empty();
    }

    private Set<String> visible(Node from, Node target) {
        if (!(target instanceof ControlNode.Loop)) {
            return target.outputFields();
        }
        if (target.id().equals(from.id())) {
            return OF_A_LOOP_FOR_ITSELF;
        }
        return nesting.body(target.id()).contains(from.id()) ? ControlNode.Loop.FIELDS_INSIDE : target.outputFields();
    }

    /** Who names a node alone means its content; a person who reviews is shown all of what has none. */
    private void checkContent(Node from, Reference reference, Node target, Set<String> known) {
        boolean isShown = from instanceof ControlNode.Review review
                && review.content().filter(reference::equals).isPresent();
        if (!known.contains("content") && !isShown) {
            faults.warning(
                    from.id(),
                    Code.UNKNOWN_OUTPUT_FIELD,
                    "%s: a %s node has no \"content\", so this stands for all that it gives; name one of its fields: %s"
                            .formatted(reference.source(), target.type(), sorted(known)));
        }
    }

    private void tell(Node from, Reference reference, Node target, Set<String> known) {
        var message = "%s: a %s node has no such output field; seen from here, it has %s"
                .formatted(reference.source(), target.type(), sorted(known));
        if (target.hasOpenOutput()) {
            faults.warning(from.id(), Code.UNKNOWN_OUTPUT_FIELD, message + ", and whatever the text brings");
        } else {
            faults.error(from.id(), Code.UNKNOWN_OUTPUT_FIELD, message);
        }
    }

    private static List<String> sorted(Set<String> fields) {
        return fields.stream().sorted().toList();
    }
}
