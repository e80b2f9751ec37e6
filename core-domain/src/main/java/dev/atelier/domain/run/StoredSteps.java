package dev.atelier.domain.run;

import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The steps that a run has, looked up by node and iteration. To tell what runs next and what references stand for, the newest
 * step of each node is enough; to end a loop, all steps of its body are needed.
 */
public final class StoredSteps {

    private final Map<NodeId, NavigableMap<Integer, Step>> byNode = new HashMap<>();

    public StoredSteps(Collection<Step> steps) {
        steps.forEach(step ->
                byNode.computeIfAbsent(step.nodeId(), node -> new TreeMap<>()).put(step.iteration(), step));
    }

    public Collection<Step> all() {
        return byNode.values().stream()
                .flatMap(steps -> steps.values().stream())
                .toList();
    }

    /** What there is once {@code changed} are stored, each in place of what it was before or as a new one. */
    public StoredSteps with(Collection<Step> changed) {
        return new StoredSteps(Stream.concat(all().stream(), changed.stream()).toList());
    }

    /** The newest step of each node that is done for good; nodes in a loop are when the loop is. No later look finds others. */
    public StoredSteps done(WorkflowGraph graph) {
        return new StoredSteps(graph.topLevel().stream()
                .filter(node ->
                        newest(node).filter(step -> step.status().isDone()).isPresent())
                .flatMap(node -> Stream.concat(Stream.of(node), graph.nesting().body(node).stream()))
                .flatMap(node -> newest(node).stream())
                .toList());
    }

    public Optional<Step> find(StepId id) {
        return iterations(id.node()).flatMap(steps -> Optional.ofNullable(steps.get(id.iteration())));
    }

    /** The step of a node with the highest iteration. */
    public Optional<Step> newest(NodeId node) {
        return iterations(node).map(steps -> steps.lastEntry().getValue());
    }

    /** The step of a node with the highest iteration from {@code from} to {@code to}. */
    Optional<Step> newest(NodeId node, int from, int to) {
        return iterations(node)
                .flatMap(steps -> Optional.ofNullable(steps.floorEntry(to)))
                .filter(entry -> entry.getKey() >= from)
                .map(Map.Entry::getValue);
    }

    private Optional<NavigableMap<Integer, Step>> iterations(NodeId node) {
        return Optional.ofNullable(byNode.get(node));
    }
}
