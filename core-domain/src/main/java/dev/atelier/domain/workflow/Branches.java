package dev.atelier.domain.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which nodes never run both, because a conditional leads to one of them or to the other. */
final class Branches {

    /** What runs on no account but that the condition holds, and but that it does not. */
    private record Fork(Set<NodeId> onlyWhenTrue, Set<NodeId> onlyWhenFalse) {
        boolean parts(NodeId left, NodeId right) {
            return (onlyWhenTrue.contains(left) && onlyWhenFalse.contains(right))
                    || (onlyWhenFalse.contains(left) && onlyWhenTrue.contains(right));
        }
    }

    private final Adjacency edges;
    private final List<Fork> forks = new ArrayList<>();

    Branches(DefinitionDraft draft, Optional<NodeId> start) {
        this.edges = new Adjacency(draft.edges());
        var leaving = draft.edges().stream().collect(Collectors.groupingBy(Edge::source));
        var reachable = edges.reachable(start.stream().toList(), Set.of());
        draft.nodes(ControlNode.Conditional.class).stream()
                .map(Node::id)
                .filter(reachable::contains)
                .forEach(id -> start.ifPresent(from -> {
                    var exits = leaving.getOrDefault(id, List.of());
                    forks.add(new Fork(
                            without(reachable, from, id, exits, Outlet.TRUE),
                            without(reachable, from, id, exits, Outlet.FALSE)));
                }));
    }

    /** What could not be reached without the {@code exits} of one kind. */
    private Set<NodeId> without(
            Set<NodeId> reachable, NodeId start, NodeId conditional, List<Edge> exits, Outlet outlet) {
        var origins = new ArrayList<>(List.of(start));
        exits.stream().filter(edge -> edge.outlet() != outlet).map(Edge::target).forEach(origins::add);
        var lost = new HashSet<>(reachable);
        lost.removeAll(edges.reachable(origins, Set.of(conditional)));
        lost.remove(conditional);
        return lost;
    }

    boolean exclude(NodeId left, NodeId right) {
        return forks.stream().anyMatch(fork -> fork.parts(left, right));
    }
}
