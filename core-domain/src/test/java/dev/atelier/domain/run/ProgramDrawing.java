package dev.atelier.domain.run;

import static dev.atelier.domain.workflow.Drawing.data;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Drawing;
import java.util.List;
import java.util.stream.Stream;

/** Draws a workflow as a graph. */
final class ProgramDrawing {

    private record Exit(String node, String handle) {}

    private final Drawing drawing = new Drawing();

    private ProgramDrawing() {}

    static Drawing of(List<Part> parts) {
        var program = new ProgramDrawing();
        program.drawing.node("start", "start", ObjectValue.EMPTY);
        var exits = program.draw(parts, List.of(new Exit("start", "")));
        program.node("finish", "finish", ObjectValue.EMPTY, exits);
        return program.drawing;
    }

    private List<Exit> draw(List<Part> parts, List<Exit> entries) {
        var exits = entries;
        for (var part : parts) {
            exits = draw(part, exits);
        }
        return exits;
    }

    private List<Exit> draw(Part part, List<Exit> entries) {
        return switch (part) {
            case Part.Write write ->
                node(
                        write.id(),
                        "text_generation",
                        data("prompt", Value.of(write.prompt())).with("outputFormat", Value.of("json")),
                        entries);
            case Part.Ask ask -> node(ask.id(), "review", data("content_ref", Value.of(ask.about())), entries);
            case Part.Choose choose -> {
                node(choose.id(), "conditional", data("condition", Value.of(choose.condition())), entries);
                yield Stream.concat(
                                draw(choose.yes(), List.of(new Exit(choose.id(), "true"))).stream(),
                                draw(choose.no(), List.of(new Exit(choose.id(), "false"))).stream())
                        .toList();
            }
            case Part.Fork fork -> {
                var begin = node(fork.id(), "parallel", ObjectValue.EMPTY, entries);
                yield fork.arms().stream()
                        .flatMap(arm -> draw(arm, begin).stream())
                        .toList();
            }
            case Part.Repeat repeat -> {
                node(repeat.id(), "loop", rule(repeat), entries);
                var ends = draw(repeat.body(), List.of(new Exit(repeat.id(), "body")));
                if (repeat.isDrawnBack()) {
                    ends.forEach(end -> drawing.edge(end.node(), end.handle(), repeat.id()));
                }
                yield List.of(new Exit(repeat.id(), "done"));
            }
        };
    }

    private static ObjectValue rule(Part.Repeat repeat) {
        return switch (repeat.rule()) {
            case Part.Rule.Times times -> data("iterations", Value.of(times.count()));
            case Part.Rule.Items items -> data("collection", Value.of("{{%s.items}}".formatted(items.of())));
            case Part.Rule.Below below ->
                data("condition", Value.of("{{%s.iteration}} < %d".formatted(repeat.id(), below.count())));
            case Part.Rule.Until until ->
                data("condition", Value.of("NOT {{%s}} contains '%s'".formatted(until.about(), until.sign())))
                        .with("maxIterations", Value.of(until.most()));
        };
    }

    private List<Exit> node(String id, String type, ObjectValue data, List<Exit> entries) {
        drawing.node(id, type, data);
        entries.forEach(entry -> drawing.edge(entry.node(), entry.handle(), id));
        return List.of(new Exit(id, ""));
    }
}
