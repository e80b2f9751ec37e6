package dev.atelier.domain.workflow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        edges = List.copyOf(edges);
    }
}
