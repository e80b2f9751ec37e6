package dev.atelier.domain.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A definition that has been found valid ({@link WorkflowCheck}): the nodes that can run, and what each waits for. */
public final class WorkflowGraph {

    private final Map<NodeId, Node> nodes;
    private final Node.Start start;
    private final Map<NodeId, Set<NodeId>> dependencies;
    private final List<NodeId> executionOrder;

    WorkflowGraph(Map<NodeId, Node> drawn, Collection<Edge> edges) {
        this.start = drawn.values().stream()
                .filter(Node.Start.class::isInstance)
                .map(Node.Start.class::cast)
                .findFirst()
                .orElseThrow();
        var reachable = new Adjacency(edges).reachableFrom(start.id());
        this.nodes = new LinkedHashMap<>(drawn);
        nodes.keySet().removeIf(id -> !id.equals(start.id()) && !reachable.contains(id));
        var waits = new ArrayList<Edge>();
        edges.stream().filter(edge -> nodes.containsKey(edge.source())).forEach(waits::add);
        nodes.values().forEach(node -> referred(node).forEach(target -> waits.add(new Edge(target, node.id()))));
        this.dependencies = waits.stream()
                .collect(Collectors.groupingBy(
                        Edge::target, Collectors.mapping(Edge::source, Collectors.toCollection(LinkedHashSet::new))));
        this.executionOrder = new Adjacency(waits).sort(nodes.keySet());
    }

    private List<NodeId> referred(Node node) {
        return node.templates().stream()
                .flatMap(template -> template.references().stream())
                .map(this::target)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The node that a reference is to; empty when it is to an input of the run. */
    public Optional<NodeId> target(Reference reference) {
        return switch (reference) {
            case Reference.ToNode toNode -> Optional.of(toNode.node());
            case Reference.ToName byName ->
                isInput(byName.name()) ? Optional.empty() : Optional.of(new NodeId(byName.name()));
            case Reference.Malformed malformed ->
                throw new IllegalStateException("in a valid definition: " + malformed.source());
        };
    }

    private boolean isInput(String name) {
        return start.inputs().stream().anyMatch(input -> input.name().equals(name));
    }

    public Node.Start start() {
        return start;
    }

    /**
     * The node of that id.
     *
     * @throws NoSuchElementException when there is none, or no path leads to it
     */
    public Node node(NodeId id) {
        return Optional.ofNullable(nodes.get(id)).orElseThrow(() -> new NoSuchElementException(id.value()));
    }

    /** The nodes that {@code id} waits for: those with an edge to it, and those that it refers to. */
    public Set<NodeId> dependencies(NodeId id) {
        return dependencies.getOrDefault(id, Set.of());
    }

    /** Every node that can run, each after all that it waits for. */
    public List<NodeId> executionOrder() {
        return executionOrder;
    }
}
