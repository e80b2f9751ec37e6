package dev.atelier.domain.workflow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A definition as far as it could be read.
 *
 * @param ids every node, also those whose type is unknown, so that one fault is not told again as others
 * @param nodes the nodes of known types
 * @param edges between ids
 */
record DefinitionDraft(Set<NodeId> ids, Map<NodeId, Node> nodes, List<Edge> edges) {

    DefinitionDraft {
        ids = new LinkedHashSet<>(ids);
        nodes = new LinkedHashMap<>(nodes);
        edges = List.copyOf(new LinkedHashSet<>(edges));
    }

    <N extends Node> List<N> nodes(Class<N> type) {
        return nodes.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    boolean isInput(String name) {
        return nodes(Node.Start.class).stream()
                .anyMatch(start -> start.outputFields().contains(name));
    }

    /** The node that a reference is to, when it is not to an input; empty when there is none. */
    Optional<NodeId> node(Reference reference) {
        return switch (reference) {
            case Reference.ToNode toNode -> Optional.of(toNode.node()).filter(ids::contains);
            case Reference.ToName byName ->
                Optional.of(byName.name())
                        .filter(NodeId::isLegal)
                        .map(NodeId::new)
                        .filter(ids::contains);
            case Reference.Malformed ignored -> Optional.empty();
        };
    }
}
