package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the nodes of a definition. */
final class GraphRules {

    /** So that the number of a pass, seen from within all loops, stays an int. */
    static final int MAX_NESTING = 3;

    private final DefinitionDraft draft;
    private final FaultCollector faults;

    GraphRules(DefinitionDraft draft, FaultCollector faults) {
        this.draft = draft;
        this.faults = faults;
    }

    /** Tells what is wrong, and returns how the nodes are wired as far as that can be said. */
    Wiring check() {
        var starts = draft.nodes(Node.Start.class);
        var start = starts.stream().findFirst().map(Node::id);
        var wiring = Wiring.of(draft, start);
        if (draft.ids().isEmpty() && !faults.errors().isEmpty()) {
            return wiring; // nothing could be read, and that is told already
        }
        checkEnds(starts);
        var entangled = checkEntanglement(wiring.nesting());
        var untangled = wiring.without(entangled);
        checkDepth(untangled.nesting());
        checkCycles(untangled, entangled);
        start.ifPresent(this::checkReachability);
        new ReferenceRules(draft, untangled, start, faults).check();
        return untangled;
    }

    private void checkEnds(List<Node.Start> starts) {
        if (starts.isEmpty()) {
            faults.error(Code.MISSING_START, "the workflow needs a start node");
        }
        starts.stream()
                .skip(1)
                .forEach(start -> faults.error(
                        start.id(), Code.SEVERAL_STARTS, "a workflow has one start node, this is another"));
        if (draft.nodes(Node.Finish.class).isEmpty()) {
            faults.error(Code.MISSING_FINISH, "the workflow needs a finish node");
        }
    }

    /** Returns the loops whose bodies cannot be told apart. */
    private Set<NodeId> checkEntanglement(Nesting nesting) {
        var entangled = new HashSet<NodeId>();
        for (var pair : nesting.entangled()) {
            faults.error(
                    pair.target(),
                    Code.INVALID_LOOP,
                    "its body and the body of loop \"%s\" have nodes in common; one must be wholly within the other"
                            .formatted(pair.source()));
            entangled.add(pair.source());
            entangled.add(pair.target());
        }
        return entangled;
    }

    private void checkDepth(Nesting nesting) {
        draft.nodes(ControlNode.Loop.class).stream()
                .filter(loop -> nesting.depth(loop.id()) >= MAX_NESTING)
                .forEach(loop -> faults.error(
                        loop.id(), Code.INVALID_LOOP, "loops are nested at most %d deep".formatted(MAX_NESTING)));
    }

    /** @param entangled loops whose cycles may be bodies, for all that can be said */
    private void checkCycles(Wiring wiring, Set<NodeId> entangled) {
        new Adjacency(wiring.dependencies())
                .cycles(draft.ids()).stream()
                        .filter(cycle -> cycle.stream().noneMatch(entangled::contains))
                        .forEach(cycle -> faults.error(
                                cycle.getFirst(),
                                Code.CYCLE,
                                "these nodes wait for each other: "
                                        + cycle.stream().map(NodeId::value).collect(Collectors.joining(" -> "))));
    }

    private void checkReachability(NodeId start) {
        var reachable = new Adjacency(draft.edges()).reachable(List.of(start), Set.of());
        draft.ids().stream()
                .filter(id -> !reachable.contains(id))
                .forEach(id -> faults.warning(
                        id, Code.UNREACHABLE_NODE, "no path leads here from the start; this node never runs"));
    }
}
