package dev.atelier.domain.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The edges of a graph, seen level by level. The body of a loop is a level of its own, on which the loop stands for nothing;
 * on the level around it, the loop stands for its whole body.
 *
 * @param edges in which each that leaves a loop has an outlet
 */
record Wiring(List<Edge> edges, Nesting nesting) {

    Wiring {
        edges = List.copyOf(edges);
    }

    static Wiring of(DefinitionDraft draft, Optional<NodeId> start) {
        var bodies = new LoopBodies(draft, start);
        var edges = bodies.edges();
        return new Wiring(edges, bodies.nesting(edges));
    }

    /** The same as if some loops had no bodies. */
    Wiring without(Set<NodeId> some) {
        return new Wiring(edges, nesting.without(some));
    }

    /**
     * What waits for what when {@code target} waits for {@code source}, on the level that holds both: one of the two itself
     * or the loop that it is in. Empty when one is a loop and the other in its body, or when they are the same.
     */
    Optional<Edge> dependency(NodeId source, NodeId target) {
        var from = nesting.path(source);
        var to = nesting.path(target);
        int level = common(from, to);
        return level < from.size() && level < to.size()
                ? Optional.of(new Edge(from.get(level), to.get(level)))
                : Optional.empty();
    }

    /** What waits for what because of the edges. An edge from a node to itself stays, unless it is a loop without a body. */
    List<Edge> dependencies() {
        return edges.stream()
                .flatMap(edge -> edge.source().equals(edge.target()) && edge.outlet() != Outlet.BODY
                        ? Stream.of(edge)
                        : dependency(edge.source(), edge.target()).stream())
                .toList();
    }

    /**
     * The edge as those see it that it leads to: the target, and the loops around it which do not hold the source. Each sees
     * the source, or the loop around it which is on a level that the target knows. None when it leads back to a loop around
     * its source.
     */
    Stream<Edge> arrivals(Edge edge) {
        var from = nesting.path(edge.source());
        var to = nesting.path(edge.target());
        int level = common(from, to);
        var seen = from.get(Math.min(level, from.size() - 1));
        var outlet = seen.equals(edge.source()) ? edge.outlet() : Outlet.ALWAYS;
        return to.stream().skip(level).map(target -> new Edge(seen, target, outlet));
    }

    private static int common(List<NodeId> left, List<NodeId> right) {
        int level = 0;
        while (level < left.size() && level < right.size() && left.get(level).equals(right.get(level))) {
            level++;
        }
        return level;
    }
}
