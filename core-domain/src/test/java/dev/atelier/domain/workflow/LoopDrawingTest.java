package dev.atelier.domain.workflow;

import static dev.atelier.domain.workflow.Drawing.data;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All the ways in which people draw loops. */
class LoopDrawingTest {

    static Stream<Arguments> drawings() {
        return Stream.of(
                of(
                        "with an edge back",
                        loop().edge("loop", "body", "a")
                                .edge("a", "b")
                                .edge("b", "loop")
                                .edge("loop", "done", "finish")),
                of(
                        "without an edge back",
                        loop().edge("loop", "body", "a").edge("a", "b").edge("loop", "done", "finish")),
                of(
                        "without handles",
                        loop().edge("loop", "a")
                                .edge("a", "b")
                                .edge("b", "loop")
                                .edge("loop", "finish")),
                of(
                        "going on from the body",
                        loop().edge("loop", "body", "a").edge("a", "b").edge("b", "finish")),
                of(
                        "entered by the body",
                        new Drawing()
                                .node("start", "start", ObjectValue.EMPTY)
                                .node("loop", "loop", data("iterations", Value.of(2)))
                                .text("a", "x")
                                .text("b", "x")
                                .node("finish", "finish", ObjectValue.EMPTY)
                                .edge("start", "a")
                                .edge("a", "b")
                                .edge("b", "loop")
                                .edge("loop", "body", "a")
                                .edge("loop", "done", "finish")),
                of(
                        "with handles in capitals",
                        loop().edge("loop", "BODY", "a")
                                .edge("a", "b")
                                .edge("b", "loop")
                                .edge("loop", "Done", "finish")),
                of(
                        "left by an edge to what comes after",
                        loop().edge("loop", "body", "a")
                                .edge("a", "b")
                                .edge("b", "loop")
                                .edge("a", "finish")
                                .edge("loop", "done", "finish")));
    }

    private static Arguments of(String how, Drawing drawing) {
        return Arguments.of(how, drawing);
    }

    private static Drawing loop() {
        return new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("loop", "loop", data("iterations", Value.of(2)))
                .text("a", "Number {{loop.iteration}}")
                .text("b", "{{loop.item}} {a}")
                .node("finish", "finish", data("documentTitle", Value.of("{{loop.results}} {a}")))
                .edge("start", "loop");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void the_body_is_what_is_meant(String how, Drawing drawing) {
        var check = drawing.check();

        assertEquals(List.of(), check.errors());
        assertEquals(List.of(), check.warnings());
        var graph = check.graphOrThrow();
        assertEquals(ids("start", "loop", "finish"), graph.topLevel());
        assertEquals(ids("a", "b"), graph.body(new NodeId("loop")));
        assertEquals(ids("start", "loop", "a", "b", "finish"), graph.executionOrder());
        assertEquals(Set.of(new NodeId("loop")), graph.dependencies(new NodeId("finish")));
    }

    @Test
    void a_loop_may_be_empty() {
        var graph = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("loop", "loop", data("iterations", Value.of(2)))
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop")
                .edge("loop", "body", "loop")
                .edge("loop", "done", "finish")
                .graph();

        assertEquals(List.of(), graph.body(new NodeId("loop")));
    }

    @Test
    void loops_may_be_within_loops() {
        var graph = nested(2).graph();

        assertEquals(Optional.of(new NodeId("loop0")), graph.nesting().loopOf(new NodeId("loop1")));
        assertEquals(2, graph.nesting().depth(new NodeId("text")));
        assertEquals(ids("start", "loop0", "loop1", "text", "finish"), graph.executionOrder());
    }

    @Test
    void loops_are_nested_three_deep_at_most() {
        assertEquals(List.of(), nested(3).check().errors());
        assertEquals(List.of(Code.INVALID_LOOP), codes(nested(4)));
    }

    private static Drawing nested(int depth) {
        var drawing = new Drawing().node("start", "start", ObjectValue.EMPTY).text("text", "x");
        var before = "start";
        var handle = "";
        for (int i = 0; i < depth; i++) {
            drawing.node("loop" + i, "loop", data("iterations", Value.of(2))).edge(before, handle, "loop" + i);
            before = "loop" + i;
            handle = "body";
        }
        drawing.edge(before, handle, "text").edge("text", before);
        for (int i = depth - 1; i > 0; i--) {
            drawing.edge("loop" + i, "done", "loop" + (i - 1));
        }
        return drawing.node("finish", "finish", ObjectValue.EMPTY).edge("loop0", "done", "finish");
    }

    @Test
    void bodies_that_overlap_are_refused() {
        var drawing = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("one", "loop", data("iterations", Value.of(2)))
                .node("two", "loop", data("iterations", Value.of(2)))
                .text("shared", "x")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "one")
                .edge("start", "two")
                .edge("one", "body", "shared")
                .edge("two", "body", "shared")
                .edge("one", "done", "finish")
                .edge("two", "done", "finish");

        assertEquals(List.of(Code.INVALID_LOOP), codes(drawing));
    }

    @Test
    void a_cycle_that_is_no_body_is_refused() {
        assertEquals(
                List.of(Code.CYCLE),
                codes(repeated()
                        .edge("loop", "body", "a")
                        .edge("loop", "done", "b")
                        .edge("b", "loop")
                        .edge("b", "finish")));
        assertEquals(
                List.of(Code.CYCLE),
                codes(repeated()
                        .edge("loop", "body", "a")
                        .edge("a", "b")
                        .edge("b", "a")
                        .edge("loop", "done", "finish")));
        assertEquals(
                List.of(Code.CYCLE),
                codes(repeated()
                        .edge("loop", "body", "a")
                        .edge("a", "b")
                        .edge("b", "start")
                        .edge("b", "loop")
                        .edge("loop", "done", "finish")));
    }

    private static Drawing repeated() {
        return new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("loop", "loop", data("iterations", Value.of(2)))
                .text("a", "x")
                .text("b", "{a}")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop");
    }

    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of(Code.REFERENCE_BEFORE_RUN, text("c", "{{b}}").edge("c", "a")),
                Arguments.of(Code.REFERENCE_BEFORE_RUN, text("c", "{{after}}").edge("loop", "body", "c")),
                Arguments.of(
                        Code.UNKNOWN_OUTPUT_FIELD, text("c", "{{loop.results}}").edge("loop", "body", "c")),
                Arguments.of(
                        Code.UNKNOWN_OUTPUT_FIELD, text("c", "{{loop.item}}").edge("loop", "done", "c")),
                Arguments.of(Code.REFERENCE_BEFORE_RUN, repeating("collection", Value.of("{{b.content}}"))),
                Arguments.of(Code.REFERENCE_BEFORE_RUN, repeating("iterations", Value.of("{{loop.iteration}}"))),
                Arguments.of(Code.UNKNOWN_OUTPUT_FIELD, repeating("condition", Value.of("{{loop.results}}"))));
    }

    private static Drawing text(String id, String prompt) {
        return repeating("iterations", Value.of(2)).text(id, prompt).edge("start", id);
    }

    private static Drawing repeating(String how, Value what) {
        return new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("loop", "loop", data(how, what))
                .text("a", "x")
                .text("b", "x")
                .text("after", "{{loop.results[0].content}} {b}")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop")
                .edge("loop", "body", "a")
                .edge("a", "b")
                .edge("b", "loop")
                .edge("loop", "done", "after")
                .edge("after", "finish");
    }

    @ParameterizedTest
    @MethodSource("references")
    void references_into_and_out_of_loops_are_checked(Code code, Drawing drawing) {
        assertEquals(
                List.of(code), codes(drawing), () -> drawing.check().errors().toString());
    }

    @Test
    void the_condition_of_a_loop_may_ask_about_itself_and_its_body() {
        var condition = Value.of("{{loop.iteration}} < 3 AND NOT {b} contains 'done'");

        assertEquals(List.of(), repeating("condition", condition).check().errors());
    }

    @Test
    void whoever_waits_for_something_in_a_loop_waits_for_the_loop() {
        var graph = repeating("iterations", Value.of(2))
                .text("early", "x")
                .text("late", "{{b}}")
                .edge("start", "early")
                .edge("early", "b")
                .edge("start", "late")
                .graph();

        assertEquals(Set.of(new NodeId("start"), new NodeId("early")), graph.dependencies(new NodeId("loop")));
        assertEquals(Set.of(new NodeId("start"), new NodeId("loop")), graph.dependencies(new NodeId("late")));
    }

    @Test
    void a_loop_that_never_runs_holds_nothing_back() {
        var graph = Drawing.ofTheMainJob()
                .node("island", "loop", data("iterations", Value.of(2)))
                .edge("island", "body", "text")
                .graph();

        assertEquals(ids("start", "text", "picture", "finish"), graph.topLevel());
    }

    private static List<Code> codes(Drawing drawing) {
        return drawing.check().errors().stream().map(WorkflowFault::code).toList();
    }

    private static List<NodeId> ids(String... ids) {
        return Stream.of(ids).map(NodeId::new).toList();
    }
}
