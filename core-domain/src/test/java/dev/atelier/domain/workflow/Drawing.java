package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** Draws definitions as React Flow would. */
public final class Drawing {

    private final List<Value> nodes;
    private final List<Value> edges;

    public Drawing() {
        this(List.of(), List.of());
    }

    private Drawing(List<Value> nodes, List<Value> edges) {
        this.nodes = new ArrayList<>(nodes);
        this.edges = new ArrayList<>(edges);
    }

    /** Another one that looks the same. */
    public Drawing copy() {
        return new Drawing(nodes, edges);
    }

    /** {@code start -> text -> picture -> finish}, with the input {@code topic}. */
    public static Drawing ofTheMainJob() {
        return new Drawing()
                .node("start", "start", data("inputVariables", list(input("topic"))))
                .node("text", "text_generation", data("prompt", Value.of("Write about {topic}")))
                .node("picture", "image_generation", data("prompt", Value.of("Paint {{text.content}}")))
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "text")
                .edge("text", "picture")
                .edge("picture", "finish");
    }

    public static ObjectValue data(String name, Value value) {
        return ObjectValue.EMPTY.with(name, value);
    }

    public static ObjectValue input(String name) {
        return ObjectValue.EMPTY.with("name", Value.of(name)).with("type", Value.of("text"));
    }

    public static ListValue list(Value... values) {
        return new ListValue(List.of(values));
    }

    public Drawing node(String id, String type, ObjectValue data) {
        nodes.add(ObjectValue.EMPTY
                .with("id", Value.of(id))
                .with("type", Value.of(type))
                .with("data", data));
        return this;
    }

    public Drawing text(String id, String prompt) {
        return node(id, "text_generation", data("prompt", Value.of(prompt)));
    }

    public Drawing edge(String source, String target) {
        edges.add(ObjectValue.EMPTY
                .with("id", Value.of(source + "-" + target))
                .with("source", Value.of(source))
                .with("target", Value.of(target)));
        return this;
    }

    /** An edge that leaves by a handle. */
    public Drawing edge(String source, String handle, String target) {
        edges.add(ObjectValue.EMPTY
                .with("id", Value.of(source + "-" + handle + "-" + target))
                .with("source", Value.of(source))
                .with("target", Value.of(target))
                .with("sourceHandle", Value.of(handle)));
        return this;
    }

    public ObjectValue definition() {
        return ObjectValue.EMPTY.with("nodes", Value.of(nodes)).with("edges", Value.of(edges));
    }

    public WorkflowCheck check() {
        return WorkflowCheck.of(definition());
    }

    public WorkflowGraph graph() {
        return check().graphOrThrow();
    }
}
