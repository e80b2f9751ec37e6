package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the domain looks for in the data of nodes. It stands here to see what the domain shows to nobody. */
public final class FieldsRead {

    private FieldsRead() {}

    /** The types of nodes, in their first spelling. */
    public static List<String> types() {
        return NodeReader.TYPES;
    }

    /** The names under which something is looked for in the data of a node of that type. */
    public static Set<String> of(String type) {
        var read = new TreeSet<String>();
        NodeReader.read(
                type, new NodeId("node"), new DataReader(new NodeId("node"), ObjectValue.EMPTY, new FaultCollector()) {
                    @Override
                    Optional<Value> any(String... names) {
                        read.addAll(Arrays.asList(names));
                        return super.any(names);
                    }
                });
        return read;
    }

    /** The names that are looked for in an input of a start node. */
    public static Set<String> ofInputs() {
        var read = new TreeSet<String>();
        var faults = new FaultCollector();
        var data = new DataReader(new NodeId("node"), ObjectValue.EMPTY, faults) {
            @Override
            List<DataReader> objects(String... names) {
                var input = ObjectValue.EMPTY.with("name", Value.of("x"));
                return List.of(new DataReader(new NodeId("node"), input, faults) {
                    @Override
                    Optional<Value> any(String... asked) {
                        read.addAll(Arrays.asList(asked));
                        return super.any(asked);
                    }
                });
            }
        };
        InputReader.read(data);
        return read;
    }

    /** The node that is read, and what is wrong with it. */
    public record Outcome(Optional<Node> node, List<WorkflowFault> faults) {}

    public static Outcome read(String type, ObjectValue data) {
        var faults = new FaultCollector();
        var node = NodeReader.read(type, new NodeId("node"), new DataReader(new NodeId("node"), data, faults));
        return new Outcome(node, faults.errors());
    }
}
