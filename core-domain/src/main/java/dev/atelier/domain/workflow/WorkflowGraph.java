package dev.atelier.domain.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A definition that has been found valid ({@link WorkflowCheck}): the nodes that can run, and what each waits for. The body of
 * each loop is a level of its own; a node that waits for something in a loop from outside waits for the loop.
 */
public final class WorkflowGraph {

    private final Map<NodeId, Node> nodes;
    private final Node.Start start;
    private final Nesting nesting;
    private final Map<NodeId, Set<NodeId>> dependencies = new HashMap<>();
    private final Map<NodeId, Set<Edge>> arrivals = new HashMap<>();
    private final Map<Optional<NodeId>, List<NodeId>> levels = new HashMap<>();
    private final List<NodeId> executionOrder;

    WorkflowGraph(DefinitionDraft draft, Wiring wiring) {
        this.start = draft.nodes(Node.Start.class).getFirst();
        this.nesting = wiring.nesting();
        this.nodes = new LinkedHashMap<>(draft.nodes());
        nodes.keySet().retainAll(new Adjacency(wiring.edges()).reachable(List.of(start.id()), Set.of()));
        wiring.edges().stream()
                .filter(edge -> nodes.containsKey(edge.source()))
                .flatMap(wiring::arrivals)
                .forEach(edge -> arrivals.computeIfAbsent(edge.target(), target -> new LinkedHashSet<>())
                        .add(edge));
        var waits = waits(wiring);
        waits.forEach(wait -> dependencies
                .computeIfAbsent(wait.target(), target -> new LinkedHashSet<>())
                .add(wait.source()));
        new Adjacency(waits)
                .sort(nodes.keySet())
                .forEach(id -> levels.computeIfAbsent(nesting.loopOf(id), level -> new ArrayList<>())
                        .add(id));
        this.executionOrder = inOrder(topLevel()).toList();
    }

    private List<Edge> waits(Wiring wiring) {
        var edges = wiring.dependencies().stream().filter(edge -> nodes.containsKey(edge.source()));
        var references = nodes.values().stream()
                .flatMap(node -> node.references().stream()
                        .flatMap(reference -> target(reference).stream())
                        .flatMap(target -> wiring.dependency(target, node.id()).stream()));
        return Stream.concat(edges, references)
                .filter(wait -> !wait.source().equals(wait.target()))
                .toList();
    }

    private Stream<NodeId> inOrder(Collection<NodeId> level) {
        return level.stream().flatMap(id -> Stream.concat(Stream.of(id), inOrder(body(id))));
    }

    /** The node that a reference is to; empty when it is to an input of the run. */
    public Optional<NodeId> target(Reference reference) {
        return switch (reference) {
            case Reference.ToNode toNode -> Optional.of(toNode.node());
            case Reference.ToName byName ->
                start.outputFields().contains(byName.name())
                        ? Optional.empty()
                        : Optional.of(new NodeId(byName.name()));
            case Reference.Malformed malformed ->
                throw new IllegalStateException("in a valid definition: " + malformed.source());
        };
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

    /** Which nodes are in which loops. */
    public Nesting nesting() {
        return nesting;
    }

    /** The nodes that are in no loop, each after all that it waits for. */
    public List<NodeId> topLevel() {
        return levels.getOrDefault(Optional.<NodeId>empty(), List.of());
    }

    /** The nodes in the body of a loop, without those of inner loops, each after all that it waits for; none for other nodes. */
    public List<NodeId> body(NodeId loop) {
        return levels.getOrDefault(Optional.of(loop), List.of());
    }

    /** The nodes that {@code id} waits for on its level: those with an edge to it, and those that it refers to, or the loops around them. */
    public Set<NodeId> dependencies(NodeId id) {
        return dependencies.getOrDefault(id, Set.of());
    }

    /** The edges by which a run comes to {@code id}, from nodes or loops of its level or of those around. */
    public Set<Edge> arrivals(NodeId id) {
        return arrivals.getOrDefault(id, Set.of());
    }

    /** Every node that can run, each after all that it waits for; the body of a loop directly behind the loop. */
    public List<NodeId> executionOrder() {
        return executionOrder;
    }
}
