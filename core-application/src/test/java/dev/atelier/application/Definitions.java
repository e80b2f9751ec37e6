package dev.atelier.application;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Definitions of workflows. */
final class Definitions {

    /** {@code start -> text -> picture -> finish}, with the required input {@code topic}. */
    static final ObjectValue MAIN_JOB = chain(
            node(
                    "start",
                    "start",
                    ObjectValue.EMPTY.with(
                            "inputVariables",
                            Value.of(List.of(ObjectValue.EMPTY
                                    .with("name", Value.of("topic"))
                                    .with("type", Value.of("text"))
                                    .with("required", Value.of(true)))))),
            node(
                    "text",
                    "text_generation",
                    ObjectValue.EMPTY
                            .with("prompt", Value.of("Write about {topic}"))
                            .with("title", Value.of("On {topic}"))),
            node("picture", "image_generation", ObjectValue.EMPTY.with("prompt", Value.of("Paint {{text.content}}"))),
            node("finish", "finish", ObjectValue.EMPTY));

    static final WorkflowTemplate TEMPLATE = new WorkflowTemplate(
            "announcement",
            Map.of(
                    WorkflowTemplate.Language.ENGLISH, new WorkflowTemplate.About("Announcement", "Announces."),
                    WorkflowTemplate.Language.BRAZILIAN_PORTUGUESE, new WorkflowTemplate.About("Aviso", "Avisa.")),
            MAIN_JOB);

    private Definitions() {}

    /** {@code start -> text -> finish}, without inputs. */
    static ObjectValue text(String prompt) {
        return chain(
                node("start", "start", ObjectValue.EMPTY),
                node("text", "text_generation", ObjectValue.EMPTY.with("prompt", Value.of(prompt))),
                node("finish", "finish", ObjectValue.EMPTY));
    }

    static ObjectValue node(String id, String type, ObjectValue data) {
        return ObjectValue.EMPTY
                .with("id", Value.of(id))
                .with("type", Value.of(type))
                .with("data", data);
    }

    /** An edge that leaves by a handle; blank for none. */
    static ObjectValue edge(String source, String handle, String target) {
        return ObjectValue.EMPTY
                .with("source", Value.of(source))
                .with("target", Value.of(target))
                .with("sourceHandle", Value.of(handle));
    }

    static ObjectValue graph(List<Value> nodes, List<? extends Value> edges) {
        return ObjectValue.EMPTY.with("nodes", Value.of(nodes)).with("edges", Value.of(edges));
    }

    /** Nodes that follow each other. */
    static ObjectValue chain(ObjectValue... nodes) {
        var edges = new ArrayList<Value>();
        for (int i = 1; i < nodes.length; i++) {
            edges.add(ObjectValue.EMPTY
                    .with("source", nodes[i - 1].field("id").orElseThrow())
                    .with("target", nodes[i].field("id").orElseThrow()));
        }
        return ObjectValue.EMPTY.with("nodes", Value.of(List.of(nodes))).with("edges", Value.of(edges));
    }
}
