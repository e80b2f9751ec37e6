package dev.atelier.domain.workflow;

import static dev.atelier.domain.workflow.Drawing.data;
import static dev.atelier.domain.workflow.Drawing.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a definition is told: each fault, whichever others there are, and nothing else. */
class FaultPropertiesTest {

    private static final ObjectValue TWICE = data("iterations", Value.of(2));
    private static final ObjectValue ALWAYS = data("condition", Value.of("true"));

    /** One way to spoil the main job, without touching the others. */
    private record Spoiler(String expected, UnaryOperator<Drawing> spoil) {}

    private static List<Spoiler> spoilers() {
        return List.of(
                spoiler("start2 SEVERAL_STARTS", d -> d.node("start2", "start", ObjectValue.EMPTY)),
                spoiler("a b INVALID_NODE_ID", d -> d.text("a b", "x")),
                spoiler("picture DUPLICATE_NODE_ID", d -> d.text("picture", "x")),
                spoiler("odd UNKNOWN_TYPE", d -> d.node("odd", "teleport", ObjectValue.EMPTY)),
                spoiler("empty MISSING_FIELD", d -> d.text("empty", " ")),
                spoiler("nothing MISSING_FIELD", d -> d.node("nothing", "loop", ObjectValue.EMPTY)),
                spoiler("much INVALID_FIELD", d -> d.node("much", "loop", data("iterations", Value.of(1001)))),
                spoiler(
                        "syntax INVALID_FIELD",
                        d -> d.node("syntax", "conditional", data("condition", Value.of("1 <")))),
                spoiler("labelled INVALID_FIELD", d -> d.node("labelled", "parallel", data("label", list()))),
                spoiler("from UNKNOWN_EDGE_SOURCE", d -> d.edge("from", "text")),
                spoiler("to UNKNOWN_EDGE_TARGET", d -> d.edge("text", "to")),
                spoiler(
                        "cycle1 CYCLE",
                        d -> d.text("cycle1", "{cycle2}")
                                .text("cycle2", "{cycle1}")
                                .edge("text", "cycle1")
                                .edge("cycle1", "cycle2")
                                .edge("cycle2", "cycle1")),
                spoiler("self CYCLE", d -> d.text("self", "x").edge("self", "self")),
                spoiler(
                        "twist INVALID_LOOP",
                        d -> d.node("tie", "loop", TWICE)
                                .node("twist", "loop", TWICE)
                                .text("knot", "x")
                                .edge("start", "tie")
                                .edge("start", "twist")
                                .edge("tie", "body", "knot")
                                .edge("twist", "body", "knot")
                                .edge("knot", "tie")
                                .edge("knot", "twist")),
                spoiler("braces INVALID_REFERENCE", d -> d.text("braces", "{{a b}}")),
                spoiler("nobody UNKNOWN_REFERENCE", d -> d.text("nobody", "{{nowhere}}")),
                spoiler(
                        "noname UNKNOWN_REFERENCE",
                        d -> d.node("noname", "review", data("criteria", Value.of("{nope}")))),
                spoiler(
                        "early REFERENCE_BEFORE_RUN",
                        d -> d.text("early", "{{picture.file_url}}")
                                .edge("start", "early")
                                .edge("early", "picture")),
                spoiler("mirror REFERENCE_BEFORE_RUN", d -> d.text("mirror", "{mirror}")),
                spoiler(
                        "no REFERENCE_BEFORE_RUN",
                        d -> d.node("if", "conditional", ALWAYS)
                                .text("yes", "x")
                                .text("no", "{yes}")
                                .edge("start", "if")
                                .edge("if", "true", "yes")
                                .edge("if", "false", "no")),
                spoiler(
                        "behind UNKNOWN_OUTPUT_FIELD",
                        d -> d.node("loop", "loop", TWICE)
                                .text("body", "{{loop.item}}")
                                .text("behind", "{{loop.item}}")
                                .edge("start", "loop")
                                .edge("loop", "body", "body")
                                .edge("body", "loop")
                                .edge("loop", "done", "behind")),
                spoiler(
                        "field UNKNOWN_OUTPUT_FIELD",
                        d -> d.text("field", "{{text.colour}}").edge("text", "field")));
    }

    private static Spoiler spoiler(String expected, UnaryOperator<Drawing> spoil) {
        return new Spoiler(expected, spoil);
    }

    @Test
    void every_set_of_faults_is_told_and_nothing_else() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var drawing = Drawing.ofTheMainJob();
            var expected = new ArrayList<String>();
            for (var spoiler : spoilers()) {
                if (random.nextInt(1 + seed % 6) == 0) {
                    drawing = spoiler.spoil().apply(drawing);
                    expected.add(spoiler.expected());
                }
            }

            assertEquals(
                    expected.stream().sorted().toList(), told(drawing.check().errors()), "seed " + seed);
        }
    }

    private static List<String> told(List<WorkflowFault> faults) {
        return faults.stream()
                .map(fault -> fault.nodeId().orElse("") + " " + fault.code())
                .sorted()
                .toList();
    }

    @Test
    void reading_a_definition_of_anything_ends_without_an_accident() {
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var check = WorkflowCheck.of(ObjectValue.EMPTY
                    .with(
                            "nodes",
                            Value.of(Stream.generate(() -> anyNode(random))
                                    .limit(random.nextInt(9))
                                    .toList()))
                    .with(
                            "edges",
                            Value.of(Stream.generate(() -> anyEdge(random))
                                    .limit(random.nextInt(14))
                                    .toList())));

            assertEquals(check.errors().isEmpty(), check.graph().isPresent(), "seed " + seed);
        }
    }

    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "start", "finish", "x y");
    private static final List<String> FIELDS = List.of(
            "prompt", "query", "condition", "iterations", "collection", "content_ref", "document_ref", "image_ref");
    private static final List<Value> VALUES = List.of(
            Value.of("{{a.content}} == {b}"),
            Value.of("{{c.results[0]}}"),
            Value.of("a"),
            Value.of("1 < 2"),
            Value.of(3),
            Value.of(true),
            list(),
            data("left", Value.of("{{d}}")).with("operator", Value.of("<")).with("right", Value.of(1)));

    private static Value anyNode(Random random) {
        var types = List.copyOf(NodeReader.TYPES);
        var data = ObjectValue.EMPTY;
        for (int i = random.nextInt(FIELDS.size()); i > 0; i--) {
            data = data.with(pick(FIELDS, random), pick(VALUES, random));
        }
        return data("id", Value.of(pick(IDS, random)))
                .with("type", Value.of(pick(types, random)))
                .with("data", data);
    }

    private static Value anyEdge(Random random) {
        return data("source", Value.of(pick(IDS, random)))
                .with("target", Value.of(pick(IDS, random)))
                .with("sourceHandle", Value.of(pick(List.of("", "true", "false", "body", "done", "odd"), random)));
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    static Stream<Drawing> hostile() {
        return Stream.of(loopsOnly(true), loopsOnly(false), conditionalsOnly(), oneCircle());
    }

    /** Every loop leads to many others. */
    private static Drawing loopsOnly(boolean hasHandles) {
        var drawing = new Drawing().node("start", "start", ObjectValue.EMPTY);
        for (int i = 0; i < 499; i++) {
            drawing.node("n" + i, "loop", TWICE).edge("start", "n" + i);
            for (int j = 1; j <= 18; j++) {
                drawing.edge("n" + i, hasHandles ? (j % 2 == 0 ? "body" : "done") : "", "n" + (i * 31 + j * 7) % 499);
            }
        }
        return drawing;
    }

    private static Drawing conditionalsOnly() {
        var drawing = new Drawing().node("start", "start", ObjectValue.EMPTY);
        for (int i = 0; i < 499; i++) {
            var condition = data("condition", Value.of("{{n%d.result}} OR {{n%d.result}}".formatted(i / 2, i / 3)));
            drawing.node("n" + i, "conditional", condition).edge(i == 0 ? "start" : "n" + (i - 1), "true", "n" + i);
            for (int j = 1; j <= 18; j++) {
                drawing.edge("n" + i, j % 2 == 0 ? "true" : "false", "n" + Math.min(498, i + j * 3));
            }
        }
        return drawing;
    }

    private static Drawing oneCircle() {
        var drawing = new Drawing().node("start", "start", ObjectValue.EMPTY).edge("start", "n0");
        for (int i = 0; i < 499; i++) {
            drawing.text("n" + i, "{n%d}".formatted((i + 1) % 499));
            for (int j = 1; j <= 20; j++) {
                drawing.edge("n" + i, "n" + (i + j) % 499);
            }
        }
        return drawing;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void definitions_that_are_made_to_hurt_are_answered_in_time(Drawing drawing) {
        var check = assertTimeoutPreemptively(Duration.ofSeconds(10), drawing::check);

        assertEquals(true, check.errors().stream().anyMatch(fault -> fault.code() == Code.MISSING_FINISH));
    }
}
