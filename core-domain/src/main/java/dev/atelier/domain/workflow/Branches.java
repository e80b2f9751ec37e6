package dev.atelier.domain.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which nodes never run both, because a conditional leads to one of them or to the other. */
final class Branches {

    /** What runs on no account but that the condition holds, and but that it does not. */
    private record Fork(Set<NodeId> onlyWhenTrue, Set<NodeId> onlyWhenFalse) {
        boolean parts(NodeId left, NodeId right) {
            return (onlyWhenTrue.contains(left) && onlyWhenFalse.contains(right))
                    || (onlyWhenFalse.contains(left) && onlyWhenTrue.contains(right));
        }
    }

    private final List<Edge> edges;
    private final List<Fork> forks = new ArrayList<>();

    Branches(DefinitionDraft draft, Optional<NodeId> start) {
        this.edges = draft.edges();
        start.ifPresent(from -> draft.nodes(ControlNode.Conditional.class).forEach(node -> addFork(from, node.id())));
    }

    private void addFork(NodeId start, NodeId conditional) {
        forks.add(
                new Fork(onlyThrough(start, conditional, Outlet.TRUE), onlyThrough(start, conditional, Outlet.FALSE)));
    }

    private Set<NodeId> onlyThrough(NodeId start, NodeId conditional, Outlet outlet) {
        var others = edges.stream()
                .filter(edge -> !(edge.source().equals(conditional) && edge.outlet() == outlet))
                .toList();
        var reached = new Adjacency(edges).reachable(List.of(start), Set.of());
        reached.removeAll(new Adjacency(others).reachable(List.of(start), Set.of()));
        return reached;
    }

    boolean exclude(NodeId left, NodeId right) {
        return forks.stream().anyMatch(fork -> fork.parts(left, right));
    }
}
