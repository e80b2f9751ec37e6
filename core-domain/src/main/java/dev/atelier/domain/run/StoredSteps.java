package dev.atelier.domain.run;

import dev.atelier.domain.workflow.NodeId;
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

    /** What there is once {@code changed} are stored, each in place of what it was before or as a new one. */
    public StoredSteps with(Collection<Step> changed) {
        return new StoredSteps(
                Stream.concat(byNode.values().stream().flatMap(steps -> steps.values().stream()), changed.stream())
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
