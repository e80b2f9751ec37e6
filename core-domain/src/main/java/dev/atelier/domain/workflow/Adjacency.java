package dev.atelier.domain.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edges, looked up by their source. */
final class Adjacency {

    private final Map<NodeId, Set<NodeId>> targets = new LinkedHashMap<>();

    Adjacency(Collection<Edge> edges) {
        for (var edge : edges) {
            targets.computeIfAbsent(edge.source(), source -> new LinkedHashSet<>())
                    .add(edge.target());
        }
    }

    /** The same edges in the other direction. */
    Adjacency reversed() {
        return new Adjacency(targets.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(target -> new Edge(target, entry.getKey())))
                .toList());
    }

    Set<NodeId> from(NodeId source) {
        return targets.getOrDefault(source, Set.of());
    }

    /** Where the edges lead from {@code origin}; {@code origin} itself only when they lead back. */
    Set<NodeId> reachableFrom(NodeId origin) {
        return reachable(from(origin), Set.of());
    }

    /** {@code origins}, and where the edges lead from there without passing through {@code walls}. */
    Set<NodeId> reachable(Collection<NodeId> origins, Set<NodeId> walls) {
        var reached = new LinkedHashSet<NodeId>();
        var open = new ArrayDeque<>(origins);
        while (!open.isEmpty()) {
            var id = open.remove();
            if (!walls.contains(id) && reached.add(id)) {
                open.addAll(from(id));
            }
        }
        return reached;
    }

    /**
     * {@code ids} so that each comes after all from which an edge leads to it, otherwise in the given order. Those on a
     * cycle, and behind one, are left out.
     */
    List<NodeId> sort(Collection<NodeId> ids) {
        var waitingFor = new HashMap<NodeId, Integer>();
        for (var id : ids) {
            from(id).forEach(target -> waitingFor.merge(target, 1, Integer::sum));
        }
        var ready = new ArrayDeque<NodeId>();
        ids.stream().filter(id -> !waitingFor.containsKey(id)).forEach(ready::add);
        var sorted = new ArrayList<NodeId>();
        while (!ready.isEmpty()) {
            var id = ready.remove();
            sorted.add(id);
            for (var target : from(id)) {
                if (waitingFor.merge(target, -1, Integer::sum) == 0) {
                    ready.add(target);
                }
            }
        }
        return sorted;
    }

    /** One closed walk, first node repeated at its end, for each group of {@code ids} that wait for each other. */
    List<List<NodeId>> cycles(Collection<NodeId> ids) {
        var cycles = new ArrayList<List<NodeId>>();
        var told = new HashSet<NodeId>();
        var suspects = new LinkedHashSet<>(ids);
        suspects.removeAll(sort(ids));
        var back = reversed();
        for (var id : suspects) {
            if (!told.contains(id) && reachableFrom(id).contains(id)) {
                cycles.add(walkBackTo(id));
                var group = reachableFrom(id);
                group.retainAll(back.reachableFrom(id));
                told.addAll(group);
            }
        }
        return cycles;
    }

    /** The shortest walk from {@code origin} back to it, found breadth first. */
    private List<NodeId> walkBackTo(NodeId origin) {
        var visited = new HashSet<NodeId>();
        var open = new ArrayDeque<List<NodeId>>();
        open.add(List.of(origin));
        while (true) {
            var walk = open.remove();
            for (var target : from(walk.getLast())) {
                var longer = new ArrayList<>(walk);
                longer.add(target);
                if (target.equals(origin)) {
                    return longer;
                }
                if (visited.add(target)) {
                    open.add(longer);
                }
            }
        }
    }
}
