package dev.atelier.domain.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which nodes are in the body of which loop. Loops may be in the bodies of others; then one body is wholly within the other. */
public final class Nesting {

    private final Map<NodeId, Set<NodeId>> bodies;
    private final Map<NodeId, NodeId> loops = new HashMap<>();

    /** @param bodies for each loop, all nodes within it, those of inner loops included */
    Nesting(Map<NodeId, Set<NodeId>> bodies) {
        this.bodies = bodies;
        bodies.entrySet().stream()
                .sorted(Comparator.comparingInt(body -> -body.getValue().size()))
                .forEach(body -> body.getValue().forEach(id -> loops.put(id, body.getKey())));
    }

    /** All nodes within a loop, those of inner loops included. */
    public Set<NodeId> body(NodeId loop) {
        return bodies.getOrDefault(loop, Set.of());
    }

    /** The innermost loop in whose body the node is. */
    public Optional<NodeId> loopOf(NodeId id) {
        return Optional.ofNullable(loops.get(id));
    }

    /** How many loops the node is in. */
    public int depth(NodeId id) {
        return path(id).size() - 1;
    }

    /** The loops that the node is in from the outermost on, then the node. */
    public List<NodeId> path(NodeId id) {
        var path = new ArrayList<>(List.of(id));
        for (var loop = loopOf(id); loop.isPresent(); loop = loopOf(loop.get())) {
            path.addFirst(loop.get());
        }
        return path;
    }

    /** The pairs of loops of which neither body is wholly within the other, although they have a node in common. */
    List<Edge> entangled() {
        var pairs = new ArrayList<Edge>();
        var open = new ArrayList<>(bodies.keySet());
        while (!open.isEmpty()) {
            var loop = open.removeFirst();
            open.stream().filter(other -> areEntangled(loop, other)).forEach(other -> pairs.add(new Edge(loop, other)));
        }
        return pairs;
    }

    /** The same as if some loops had no bodies. */
    Nesting without(Set<NodeId> some) {
        var others = new LinkedHashMap<>(bodies);
        others.keySet().removeAll(some);
        return new Nesting(others);
    }

    private boolean areEntangled(NodeId left, NodeId right) {
        return !isWithin(left, right)
                && !isWithin(right, left)
                && (body(left).contains(right)
                        || body(right).contains(left)
                        || body(left).stream().anyMatch(body(right)::contains));
    }

    private boolean isWithin(NodeId inner, NodeId outer) {
        return body(outer).contains(inner)
                && !body(inner).contains(outer)
                && body(outer).containsAll(body(inner));
    }
}
