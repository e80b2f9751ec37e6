package dev.atelier.domain.run;

import static dev.atelier.domain.workflow.Drawing.data;
import static dev.atelier.domain.workflow.Drawing.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.run.Decision.Outcome;
import dev.atelier.domain.run.SimulatedRun.Troubles;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Drawing;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Template;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunPlanTest {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void the_branch_that_is_not_taken_is_skipped_with_all_that_only_it_leads_to() {
        var graph = branches().graph();
        var decision = decide(graph, done(graph, "start"), done(graph, "if", result(false)));

        assertEquals(ids("no"), decision.begin());
        assertEquals(ids("yes", "yes2"), decision.skip());
        assertEquals(Outcome.UNDER_WAY, decision.outcome());
    }

    @Test
    void where_branches_meet_one_taken_branch_is_enough() {
        var graph = branches().graph();

        assertEquals(
                ids("both"),
                decide(
                                graph,
                                done(graph, "start"),
                                done(graph, "if", result(false)),
                                skipped(graph, "yes"),
                                skipped(graph, "yes2"),
                                done(graph, "no"))
                        .begin());
    }

    private static Drawing branches() {
        return new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("if", "conditional", data("condition", Value.of("true")))
                .text("yes", "x")
                .text("yes2", "{yes}")
                .text("no", "x")
                .text("both", "{yes2}{no}")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "if")
                .edge("if", "true", "yes")
                .edge("yes", "yes2")
                .edge("yes2", "both")
                .edge("if", "false", "no")
                .edge("no", "both")
                .edge("both", "finish");
    }

    @Test
    void no_more_steps_are_in_hand_than_allowed() {
        var graph = fork(5);
        var start = done(graph, "start");

        assertEquals(
                ids("text0", "text1", "text2"),
                decide(graph, 3, start, done(graph, "fork")).begin());
        assertEquals(
                ids("text2"),
                decide(
                                graph,
                                3,
                                start,
                                done(graph, "fork"),
                                pending(graph, "text0"),
                                pending(graph, "text1").begin(AT))
                        .begin());
        assertEquals(
                List.of(),
                decide(
                                graph,
                                1,
                                start,
                                done(graph, "fork"),
                                pending(graph, "text0"),
                                pending(graph, "text1").begin(AT))
                        .begin());
    }

    @Test
    void once_a_step_has_failed_none_begins() {
        var graph = fork(3);
        var decision = decide(
                graph,
                done(graph, "start"),
                done(graph, "fork"),
                pending(graph, "text0").begin(AT).fail("no", AT),
                pending(graph, "text1").begin(AT));

        assertEquals(List.of(), decision.begin());
        assertEquals(Outcome.FAILED, decision.outcome());
    }

    @Test
    void steps_that_were_held_begin_like_others() {
        var graph = fork(3);
        var failed = pending(graph, "text0").begin(AT).fail("no", AT).hold();
        var decision = decide(
                graph,
                done(graph, "start"),
                done(graph, "fork"),
                failed,
                done(graph, "text1"),
                pending(graph, "text2"));

        assertEquals(ids("text0"), decision.begin());
        assertEquals(0, failed.again().attempt());
        assertEquals(1, failed.again().begin(AT).attempt());
    }

    private static WorkflowGraph fork(int arms) {
        var drawing = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("fork", "parallel", ObjectValue.EMPTY)
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "fork");
        for (int i = 0; i < arms; i++) {
            drawing.text("text" + i, "x").edge("fork", "text" + i).edge("text" + i, "finish");
        }
        return drawing.graph();
    }

    @Test
    void a_run_waits_for_a_review_once_nothing_else_goes_on() {
        var valid = new Drawing()
                .node("start", "start", data("inputVariables", list(Drawing.input("topic"))))
                .node("look", "review", data("content_ref", Value.of("{topic}")).with("criteria", Value.of("{topic}?")))
                .text("other", "x")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "look")
                .edge("start", "other")
                .edge("look", "finish")
                .edge("other", "finish")
                .graph();
        var question = new ControlSteps(valid, data("topic", Value.of("tea")), new StoredSteps(List.of()))
                .question((ControlNode.Review) valid.node(new NodeId("look")), id("look"));
        assertEquals(data("content", Value.of("tea")).with("criteria", Value.of("tea?")), question);

        var waiting = pending(valid, "look").begin(AT).await(question);
        assertEquals(
                Outcome.UNDER_WAY,
                decide(valid, done(valid, "start"), waiting, pending(valid, "other"))
                        .outcome());
        var quiet = decide(valid, done(valid, "start"), waiting, done(valid, "other"));
        assertEquals(Outcome.WAITING_FOR_REVIEW, quiet.outcome());
        assertEquals(List.of(), quiet.begin());

        var decided = waiting.complete(new Review(Review.Verdict.REJECT, "too long").output(), Usage.NONE, AT);
        assertEquals(
                ids("finish"),
                decide(valid, done(valid, "start"), decided, done(valid, "other"))
                        .begin());
        assertEquals(data("decision", Value.of("reject")).with("comment", Value.of("too long")), decided.output());
    }

    @Test
    void a_loop_goes_round_in_passes_that_are_numbered_through() {
        var graph = loops().graph();
        var run = new SimulatedRun(graph, ObjectValue.EMPTY, new Random(1), Troubles.NONE, 2).complete();

        assertEquals(
                List.of(0, 1, 1000, 1001, 2000, 2001),
                IntStream.range(0, 3000)
                        .filter(i -> run.step(new NodeId("text"), i).isPresent())
                        .boxed()
                        .toList());
        assertEquals(
                List.of(0, 1, 2),
                IntStream.range(0, 3000)
                        .filter(i -> run.step(new NodeId("inner"), i).isPresent())
                        .boxed()
                        .toList());
    }

    private static Drawing loops() {
        return new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("outer", "loop", data("iterations", Value.of(3)))
                .node("inner", "loop", data("iterations", Value.of("2")))
                .text("text", "{{outer.item}}{{inner.iteration}}")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "outer")
                .edge("outer", "body", "inner")
                .edge("inner", "body", "text")
                .edge("inner", "done", "outer")
                .edge("outer", "done", "finish");
    }

    @Test
    void a_loop_that_is_drawn_behind_its_body_runs_too() {
        var graph = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .text("text", "x")
                .node("loop", "loop", data("iterations", Value.of(2)))
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "text")
                .edge("text", "loop")
                .edge("loop", "body", "text")
                .edge("loop", "done", "finish")
                .graph();
        var run = new SimulatedRun(graph, ObjectValue.EMPTY, new Random(1), Troubles.NONE, 2).complete();

        assertEquals(2, run.settledCalls());
    }

    @Test
    void results_of_a_loop_are_one_for_each_pass() {
        var graph = new Drawing()
                .node("start", "start", data("inputVariables", list(Drawing.input("words"))))
                .node("loop", "loop", data("collection", Value.of("{words}")).with("maxIterations", Value.of(3)))
                .text("text", "{{loop.item}}")
                .text(
                        "after",
                        "{{loop.results}}/{{loop.results[1]}}/{{loop.results[1].content}}/{text}/{{loop.iterations_completed}}")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop")
                .edge("loop", "body", "text")
                .edge("loop", "done", "after")
                .edge("after", "finish")
                .graph();
        var words = data("words", list(Value.of("a"), Value.of("b"), Value.of("c"), Value.of("d")));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < 3; i++) {
            steps.add(Step.pending(graph.node(new NodeId("text")), i)
                    .complete(data("content", Value.of("text" + i)), Usage.NONE, AT));
        }
        var loop = Step.pending(graph.node(new NodeId("loop")), 0).await(data("iteration", Value.of(2)));
        var turn = new ControlSteps(graph, words, new StoredSteps(steps))
                .turn((ControlNode.Loop) graph.node(new NodeId("loop")), loop);

        var output = data("results", list(Value.of("text0"), Value.of("text1"), Value.of("text2")))
                .with("iterations_completed", Value.of(3));
        assertEquals(new LoopTurn.End(output), turn);
        steps.add(loop.complete(output, Usage.NONE, AT));
        var scope = new RunScope(graph, words, new StoredSteps(steps), id("after"));
        assertEquals(
                "text0\ntext1\ntext2/text1/text1/text2/3",
                Template.parse(
                                "{{loop.results}}/{{loop.results[1]}}/{{loop.results[1].content}}/{text}/{{loop.iterations_completed}}")
                        .render(scope::resolve));
    }

    @Test
    void a_loop_over_something_else_than_a_list_is_told() {
        for (var data : List.of(data("collection", Value.of("{words}")), data("iterations", Value.of("{words}")))) {
            var graph = withWords(data);
            var control = new ControlSteps(graph, data("words", Value.of("a, b")), new StoredSteps(List.of()));
            var loop = (ControlNode.Loop) graph.node(new NodeId("loop"));

            var thrown =
                    assertThrows(UnresolvedReferenceException.class, () -> control.turn(loop, Step.pending(loop, 0)));
            assertTrue(thrown.getMessage().startsWith("{words} stands for something that is no "), thrown::getMessage);

            var nothing = new ControlSteps(graph, data("words", Value.of("")), new StoredSteps(List.of()));
            assertTrue(nothing.turn(loop, Step.pending(loop, 0)) instanceof LoopTurn.End);
        }
    }

    private static WorkflowGraph withWords(ObjectValue data) {
        return new Drawing()
                .node("start", "start", data("inputVariables", list(Drawing.input("words"))))
                .node("loop", "loop", data)
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop")
                .edge("loop", "done", "finish")
                .graph();
    }

    /** 500 nodes in a loop of 1,000 passes: what was decided before does not have to be looked at again. */
    @Test
    void a_decision_late_in_a_long_loop_costs_no_more_than_an_early_one() {
        var drawing = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .node("loop", "loop", data("iterations", Value.of(1000)))
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "loop")
                .edge("loop", "done", "finish");
        for (int i = 0; i < 497; i++) {
            drawing.text("text" + i, "{{loop.item}}").edge("loop", "body", "text" + i);
        }
        var graph = drawing.graph();
        var newest = new ArrayList<Step>();
        newest.add(done(graph, "start"));
        newest.add(pending(graph, "loop").await(data("iteration", Value.of(999))));
        for (int i = 0; i < 300; i++) {
            newest.add(
                    Step.pending(graph.node(new NodeId("text" + i)), 999).complete(ObjectValue.EMPTY, Usage.NONE, AT));
        }

        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 2_000; i++) {
                assertEquals(
                        10,
                        new RunPlan(graph, new StoredSteps(newest))
                                .decide(10)
                                .begin()
                                .size());
            }
        });
    }

    private static Decision decide(WorkflowGraph graph, Step... steps) {
        return decide(graph, 100, steps);
    }

    private static Decision decide(WorkflowGraph graph, int atOnce, Step... steps) {
        return new RunPlan(graph, new StoredSteps(List.of(steps))).decide(atOnce);
    }

    private static ObjectValue result(boolean holds) {
        return data("result", Value.of(holds));
    }

    private static Step pending(WorkflowGraph graph, String node) {
        return Step.pending(graph.node(new NodeId(node)), 0);
    }

    private static Step skipped(WorkflowGraph graph, String node) {
        return Step.skipped(graph.node(new NodeId(node)), 0, AT);
    }

    private static Step done(WorkflowGraph graph, String node) {
        return done(graph, node, ObjectValue.EMPTY);
    }

    private static Step done(WorkflowGraph graph, String node, ObjectValue output) {
        return pending(graph, node).begin(AT).complete(output, Usage.NONE, AT);
    }

    private static StepId id(String node) {
        return new StepId(new NodeId(node), 0);
    }

    private static List<StepId> ids(String... nodes) {
        return Stream.of(nodes).map(RunPlanTest::id).toList();
    }
}
