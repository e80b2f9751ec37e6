package dev.atelier.domain.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.run.SimulatedRun.Troubles;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Drawing;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every workflow, in whatever order its steps finish and wherever its workers crash. A failure names its seed. */
class RunPropertiesTest {

    private static final int CASES = 1_500;

    @Test
    void every_run_does_what_a_person_would_do_by_hand() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var parts = new RandomProgram(random).parts();
            var graph = ProgramDrawing.of(parts).graph();

            var run =
                    new SimulatedRun(graph, ObjectValue.EMPTY, random, Troubles.NONE, 1 + random.nextInt(6)).complete();

            assertEquals(Interpreter.run(graph, parts), run.results(), "seed " + seed);
            assertEquals(100, run.progress(), "seed " + seed);
            assertEquals(run.settledCalls(), run.calls(), "seed " + seed);
        }
    }

    @Test
    void crashes_change_nothing_and_repeat_no_call_that_is_settled() {
        int interrupted = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var parts = new RandomProgram(random).parts();
            var graph = ProgramDrawing.of(parts).graph();

            var run = new SimulatedRun(graph, ObjectValue.EMPTY, random, new Troubles(0.3, 0, 0), 1 + random.nextInt(6))
                    .complete();

            assertEquals(Interpreter.run(graph, parts), run.results(), "seed " + seed);
            assertEquals(run.settledCalls() + run.interruptedCalls(), run.calls(), "seed " + seed);
            interrupted += run.interruptedCalls();
        }
        assertTrue(interrupted > CASES, "crashes have hit calls");
    }

    @Test
    void pauses_and_failures_that_are_tried_again_change_nothing() {
        int interrupted = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var parts = new RandomProgram(random).parts();
            var graph = ProgramDrawing.of(parts).graph();
            var troubles = new Troubles(0.1, 0.1, 0.1);

            var run = new SimulatedRun(graph, ObjectValue.EMPTY, random, troubles, 1 + random.nextInt(6)).complete();

            assertEquals(Interpreter.run(graph, parts), run.results(), "seed " + seed);
            interrupted += run.interrupted();
        }
        assertTrue(interrupted > CASES, "runs were interrupted");
    }

    /** Nobody can say by hand what these mean; but it has to be one thing. */
    @Test
    void graphs_that_nobody_would_draw_end_alike_in_every_order() {
        int odd = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var plain = ProgramDrawing.of(new RandomProgram(random).parts());
            var drawing = entangle(plain, random);
            odd += drawing == plain ? 0 : 1;
            var graph = drawing.graph();

            var sequential = new SimulatedRun(graph, ObjectValue.EMPTY, new Random(1), Troubles.NONE, 1).complete();
            var run = new SimulatedRun(
                            graph, ObjectValue.EMPTY, random, new Troubles(0.2, 0.05, 0.05), 1 + random.nextInt(6))
                    .complete();

            assertEquals(sequential.results(), run.results(), "seed " + seed);
            assertEquals(sequential.outputs(), run.outputs(), "seed " + seed);
        }
        assertTrue(odd > CASES / 2, "most graphs were odd");
    }

    /** The drawing with more edges, from anywhere to anywhere, as many of some that leave it valid. */
    private static Drawing entangle(Drawing drawing, RandomGenerator random) {
        var entangled = drawing;
        var nodes = drawing.graph().executionOrder();
        for (int i = 0; i < 6; i++) {
            var edge = List.of(pick(nodes, random), pick(nodes, random));
            var more = entangled
                    .copy()
                    .edge(edge.getFirst().value(), edge.getLast().value());
            if (more.check().graph().isPresent()) {
                entangled = more;
            }
        }
        return entangled;
    }

    @Test
    void the_answer_does_not_depend_on_the_order_of_what_is_stored() {
        var graph = wide(20);
        var steps = new ArrayList<Step>();
        steps.add(done(graph, "start"));
        IntStream.range(0, 7).forEach(i -> steps.add(done(graph, "text" + i)));
        var expected = new RunPlan(graph, new StoredSteps(steps)).decide(5);

        assertEquals(5, expected.begin().size());
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(steps, new Random(seed));
            assertEquals(expected, new RunPlan(graph, new StoredSteps(steps)).decide(5));
        }
    }

    private static WorkflowGraph wide(int texts) {
        var drawing =
                new Drawing().node("start", "start", ObjectValue.EMPTY).node("finish", "finish", ObjectValue.EMPTY);
        for (int i = 0; i < texts; i++) {
            drawing.text("text" + i, "x").edge("start", "text" + i).edge("text" + i, "finish");
        }
        return drawing.graph();
    }

    private static Step done(WorkflowGraph graph, String node) {
        return Step.pending(graph.node(new NodeId(node)), 0).complete(ObjectValue.EMPTY, Usage.NONE, Instant.EPOCH);
    }

    private static <T> T pick(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
