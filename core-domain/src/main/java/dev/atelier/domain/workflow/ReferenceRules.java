package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold for the references of a definition: that what they lead to is there, and has run before. */
final class ReferenceRules {

    /** A reference to a node that could be followed so far. */
    private record Followed(Node from, String source, Edge dependency) {}

    private final DefinitionDraft draft;
    private final Wiring wiring;
    private final FaultCollector faults;
    private final OutputFields fields;
    private final Branches branches;
    private final Set<NodeId> reachable;
    private final Adjacency waits;
    private final Map<NodeId, Set<NodeId>> later = new HashMap<>();
    private final List<Followed> followed = new ArrayList<>();

    ReferenceRules(DefinitionDraft draft, Wiring wiring, Optional<NodeId> start, FaultCollector faults) {
        this.draft = draft;
        this.wiring = wiring;
        this.faults = faults;
        this.fields = new OutputFields(draft, wiring.nesting(), faults);
        this.branches = new Branches(draft, start);
        this.reachable = new Adjacency(draft.edges()).reachable(start.stream().toList(), Set.of());
        this.waits = new Adjacency(wiring.dependencies());
    }

    void check() {
        for (var node : draft.nodes().values()) {
            node.references().stream().distinct().forEach(reference -> check(node, reference));
        }
        checkThatNoneWaitForEachOther();
    }

    private void check(Node node, Reference reference) {
        if (reference instanceof Reference.Malformed) {
            faults.error(
                    node.id(),
                    Code.INVALID_REFERENCE,
                    "%s is not written like {{node_id.field}}".formatted(reference.source()));
            return;
        }
        if (reference instanceof Reference.ToName byName && draft.isInput(byName.name())) {
            return;
        }
        var target = draft.node(reference);
        if (target.isEmpty()) {
            faults.error(
                    node.id(),
                    Code.UNKNOWN_REFERENCE,
                    "%s refers to something that is neither a node nor an input".formatted(reference.source()));
            return;
        }
        checkTarget(node, reference.source(), target.get());
        fields.check(node, reference, target.get());
    }

    private void checkTarget(Node node, String source, NodeId target) {
        var dependency = wiring.dependency(target, node.id());
        if (dependency.isEmpty() ? !isSeenFromItsLoop(node, target) : cannotHaveRun(node, target, dependency.get())) {
            tellTooEarly(node, source, target);
        } else {
            dependency.ifPresent(found -> followed.add(new Followed(node, source, found)));
        }
    }

    /** Nodes of a body see their loop. A loop sees itself and its body when it asks whether to go round again. */
    private boolean isSeenFromItsLoop(Node node, NodeId target) {
        return wiring.nesting().body(target).contains(node.id())
                || (node instanceof ControlNode.Loop loop && loop.repetition() instanceof Repetition.While);
    }

    private boolean cannotHaveRun(Node node, NodeId target, Edge dependency) {
        return isLater(dependency.source(), dependency.target())
                || (reachable.contains(node.id()) && !reachable.contains(target))
                || branches.exclude(node.id(), target);
    }

    /** Those on one cycle are not told here: they are neither earlier nor later, and that is told already. */
    private boolean isLater(NodeId source, NodeId target) {
        return laterThan(target).contains(source) && !laterThan(source).contains(target);
    }

    private Set<NodeId> laterThan(NodeId id) {
        return later.computeIfAbsent(id, waits::reachableFrom);
    }

    private void checkThatNoneWaitForEachOther() {
        var all = new ArrayList<>(wiring.dependencies());
        followed.forEach(reference -> all.add(reference.dependency()));
        var adjacency = new Adjacency(all);
        var laterThanAll = new HashMap<NodeId, Set<NodeId>>();
        for (var reference : followed) {
            var dependency = reference.dependency();
            if (!laterThan(dependency.target()).contains(dependency.source())
                    && laterThanAll
                            .computeIfAbsent(dependency.target(), adjacency::reachableFrom)
                            .contains(dependency.source())) {
                tellTooEarly(reference.from(), reference.source(), dependency.source());
            }
        }
    }

    private void tellTooEarly(Node node, String source, NodeId target) {
        faults.error(
                node.id(),
                Code.REFERENCE_BEFORE_RUN,
                "%s refers to \"%s\", which cannot have run before this node".formatted(source, target));
    }
}
