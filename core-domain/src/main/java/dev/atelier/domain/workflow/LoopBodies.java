package dev.atelier.domain.workflow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the bodies of loops: what a loop's {@link Outlet#BODY} leads to, until the loop is met again, without what its
 * {@link Outlet#DONE} leads to and without the ends of the run. An edge back to the loop is usual, and not needed.
 */
final class LoopBodies {

    private final DefinitionDraft draft;
    private final Adjacency edges;
    private final Map<NodeId, Set<NodeId>> walls = new LinkedHashMap<>();
    private final Set<NodeId> reachable;

    LoopBodies(DefinitionDraft draft, Optional<NodeId> start) {
        this.draft = draft;
        this.edges = new Adjacency(draft.edges());
        var loops = draft.nodes().values().stream()
                .filter(ControlNode.Loop.class::isInstance)
                .map(Node::id)
                .toList();
        loops.forEach(loop -> walls.put(loop, new LinkedHashSet<>(Set.of(loop))));
        reachable = edges.reachable(start.stream().toList(), Set.of());
        start.ifPresent(from -> loops.forEach(outer -> raiseWalls(from, outer)));
    }

    /** Loops that a run cannot reach but through {@code outer} end before it: their bodies are in its body, or behind it. */
    private void raiseWalls(NodeId start, NodeId outer) {
        var reached = edges.reachable(List.of(start), Set.of(outer));
        walls.forEach((loop, around) -> {
            if (!reached.contains(loop)) {
                around.add(outer);
            }
        });
    }

    /** The edges, those that leave loops by no certain outlet being given one: what leads back is of the body. */
    List<Edge> edges() {
        var back = edges.reversed();
        var leadingBack = new HashMap<NodeId, Set<NodeId>>();
        return draft.edges().stream()
                .map(edge -> walls.containsKey(edge.source()) && edge.outlet() == Outlet.ALWAYS
                        ? new Edge(
                                edge.source(),
                                edge.target(),
                                leadingBack
                                                .computeIfAbsent(edge.source(), loop -> leadingTo(loop, back))
                                                .contains(edge.target())
                                        ? Outlet.BODY
                                        : Outlet.DONE)
                        : edge)
                .toList();
    }

    private Set<NodeId> leadingTo(NodeId loop, Adjacency back) {
        var outer = new LinkedHashSet<>(walls(loop));
        outer.remove(loop);
        return back.reachable(List.of(loop), outer);
    }

    /** @param resolved as {@link #edges()} tells them */
    Nesting nesting(List<Edge> resolved) {
        var leaving = resolved.stream().collect(Collectors.groupingBy(Edge::source));
        var bodies = new LinkedHashMap<NodeId, Set<NodeId>>();
        walls.keySet().forEach(loop -> bodies.put(loop, body(loop, leaving.getOrDefault(loop, List.of()))));
        return new Nesting(bodies);
    }

    private Set<NodeId> body(NodeId loop, List<Edge> leaving) {
        var body = behind(loop, leaving, Outlet.BODY);
        body.removeAll(behind(loop, leaving, Outlet.DONE));
        body.removeIf(this::isEnd);
        if (!reachable.contains(loop)) {
            body.removeAll(reachable); // a loop that never runs holds nothing back
        }
        return body;
    }

    private Set<NodeId> behind(NodeId loop, List<Edge> leaving, Outlet outlet) {
        var targets = leaving.stream()
                .filter(edge -> edge.outlet() == outlet)
                .map(Edge::target)
                .toList();
        return edges.reachable(targets, walls(loop));
    }

    private Set<NodeId> walls(NodeId loop) {
        return walls.getOrDefault(loop, Set.of());
    }

    private boolean isEnd(NodeId id) {
        return Stream.ofNullable(draft.nodes().get(id))
                .anyMatch(node -> node instanceof Node.Start || node instanceof Node.Finish);
    }
}
