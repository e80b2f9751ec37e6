package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.value.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the nodes and edges that React Flow writes. */
final class DefinitionReader {

    static final int MAX_NODES = 500;

    private final FaultCollector faults;
    private final Set<NodeId> ids = new LinkedHashSet<>();
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    DefinitionReader(FaultCollector faults) {
        this.faults = faults;
    }

    DefinitionDraft read(ObjectValue definition) {
        var nodeValues = objects(definition, "nodes");
        if (nodeValues.size() > MAX_NODES) {
            faults.error(
                    Code.TOO_MANY_NODES,
                    "a workflow has at most %d nodes, not %d".formatted(MAX_NODES, nodeValues.size()));
            return new DefinitionDraft(ids, nodes, edges);
        }
        nodeValues.forEach(this::readNode);
        objects(definition, "edges").forEach(this::readEdge);
        return new DefinitionDraft(ids, nodes, edges);
    }

    private List<ObjectValue> objects(ObjectValue definition, String name) {
        if (!(definition.field(name).orElse(NullValue.NULL) instanceof ListValue list)) {
            faults.error(Code.MALFORMED_DEFINITION, "\"%s\" must be a list of objects".formatted(name));
            return List.of();
        }
        var objects = new ArrayList<ObjectValue>();
        for (int i = 0; i < list.values().size(); i++) {
            if (list.values().get(i) instanceof ObjectValue object) {
                objects.add(object);
            } else {
                faults.error(Code.MALFORMED_DEFINITION, "%s[%d] must be an object".formatted(name, i));
            }
        }
        return objects;
    }

    private void readNode(ObjectValue node) {
        var written = string(node, "id").orElse("");
        if (!NodeId.isLegal(written)) {
            faults.error(
                    written,
                    Code.INVALID_NODE_ID,
                    "the id of a node must be 1 to %d letters, digits, _ or -".formatted(NodeId.MAX_LENGTH));
            return;
        }
        var id = new NodeId(written);
        if (!ids.add(id)) {
            faults.error(id, Code.DUPLICATE_NODE_ID, "several nodes have the id \"%s\"".formatted(id));
            return;
        }
        var type = string(node, "type").orElse("");
        var data = new DataReader(id, data(id, node), faults);
        NodeReader.read(type, id, data)
                .ifPresentOrElse(
                        read -> nodes.put(id, read),
                        () -> faults.error(
                                id,
                                Code.UNKNOWN_TYPE,
                                "there is no node type \"%s\"; known are %s"
                                        .formatted(type, String.join(", ", NodeReader.TYPES))));
    }

    private ObjectValue data(NodeId id, ObjectValue node) {
        return switch (node.field("data").orElse(NullValue.NULL)) {
            case ObjectValue data -> data;
            case NullValue ignored -> ObjectValue.EMPTY;
            default -> {
                faults.error(id, Code.INVALID_FIELD, "\"data\" must be an object");
                yield ObjectValue.EMPTY;
            }
        };
    }

    private void readEdge(ObjectValue edge) {
        var source = end(edge, "source", Code.UNKNOWN_EDGE_SOURCE);
        var target = end(edge, "target", Code.UNKNOWN_EDGE_TARGET);
        source.ifPresent(from -> target.ifPresent(to -> edges.add(new Edge(from, to, outlet(from, edge)))));
    }

    /** Handles mean something at conditionals and loops alone; elsewhere React Flow's are not looked at. */
    private Outlet outlet(NodeId source, ObjectValue edge) {
        var handle = edge.field("sourceHandle").map(Value::text).orElse("").strip();
        var outlets = switch (nodes.get(source)) {
            case ControlNode.Conditional ignored -> List.of(Outlet.TRUE, Outlet.FALSE);
            case ControlNode.Loop ignored -> List.of(Outlet.BODY, Outlet.DONE);
            case null, default -> List.<Outlet>of();
        };
        var found = outlets.stream()
                .filter(outlet -> outlet.name().equalsIgnoreCase(handle))
                .findFirst();
        if (found.isEmpty() && !outlets.isEmpty() && !handle.isEmpty()) {
            faults.warning(
                    source,
                    Code.INVALID_FIELD,
                    "an edge leaves by the handle \"%s\", which is none of %s; it counts as an edge without one"
                            .formatted(handle, outlets));
        }
        return found.orElse(Outlet.ALWAYS);
    }

    private Optional<NodeId> end(ObjectValue edge, String name, Code code) {
        var written = string(edge, name).orElse("");
        if (NodeId.isLegal(written) && ids.contains(new NodeId(written))) {
            return Optional.of(new NodeId(written));
        }
        faults.error(
                written,
                code,
                "the %s of edge \"%s\" is \"%s\", which is not the id of a node"
                        .formatted(name, string(edge, "id").orElse(""), written));
        return Optional.empty();
    }

    private static Optional<String> string(ObjectValue object, String name) {
        return object.field(name).filter(StringValue.class::isInstance).map(value -> ((StringValue) value).value());
    }
}
