package dev.atelier.application;

import static dev.atelier.application.Definitions.edge;
import static dev.atelier.application.Definitions.graph;
import static dev.atelier.application.Definitions.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for every graph, wherever its workers crash. A failure names its seed. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashesTest {

    private static final int CASES = 12;
    private static final int CRASHES = 6;
    private static final BigDecimal PRICE = new BigDecimal("0.01");
    private static final BigDecimal STEP_OF_LIMIT = new BigDecimal("0.03");

    @Test
    void crashes_repeat_no_settled_call_and_leave_every_sum_right() {
        int lost = 0;
        for (int seed = 0; seed < CASES; seed++) {
            lost += crash(seed);
        }
        assertTrue(lost > CASES / 2, "crashes have hit calls");
    }

    private static int crash(int seed) {
        var test = new TestCore();
        var crashes = new Crashes(seed, 0.1, CRASHES);
        var contents = new ArrayList<String>();
        var definition = randomGraph(new Random(seed), contents);
        assertEquals(contents, contents(run(test, definition, crashes, seed)), "seed " + seed);
        int lost = Math.toIntExact(report(test).lost());
        assertTrue(lost <= crashes.count(CRASHES), "a crash costs one call at the most, seed " + seed);
        return lost;
    }

    private static List<String> contents(Run run) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> run.outputs().field("text" + i))
                .takeWhile(Optional::isPresent)
                .map(text -> ((ObjectValue) text.orElseThrow())
                        .field("content")
                        .orElseThrow()
                        .text())
                .toList();
    }

    private static Spending report(TestCore test) {
        return test.core()
                .usageReports()
                .report(test.ada, new UsagePeriod.Wish(Optional.empty(), Optional.empty()))
                .spending();
    }

    /** Runs to the end, with a limit that is raised a little whenever it is reached. */
    private static Run run(TestCore test, ObjectValue definition, Crashes crashes, int seed) {
        var model = new PricedModel(PRICE.toPlainString());
        model.before(prompt -> crashes.perhaps()).after(prompt -> crashes.perhaps());
        test.adapters.modelCatalog().add(model.listed());
        test.textModel(model).transactions(crashes.around(test.adapters.transactions()));
        var limit = STEP_OF_LIMIT;
        var started = test.start(definition, limit);
        try (var worker = test.worker(3);
                var other = test.worker(3)) {
            var run = test.awaitRest(started);
            while (run.status() == RunStatus.PAUSED) {
                assertEquals(Optional.of(PauseReason.COST_LIMIT), run.pauseReason(), "seed " + seed);
                assertTrue(
                        test.adapters
                                        .callLedger()
                                        .ofRun(test.ada, run.id())
                                        .atMostUsd()
                                        .compareTo(limit)
                                <= 0,
                        "seed " + seed);
                limit = limit.add(STEP_OF_LIMIT);
                test.core().runs().resume(test.ada, run.id(), limit);
                run = test.awaitRest(started);
            }
            assertSettled(test, run, model, seed);
            return run;
        }
    }

    private static void assertSettled(TestCore test, Run run, PricedModel model, int seed) {
        assertEquals(RunStatus.COMPLETED, run.status(), () -> "seed " + seed + ": " + run.error());
        var steps = test.core().runs().steps(test.ada, run.id());
        long texts = steps.stream()
                .filter(step -> step.type().equals("text_generation"))
                .count();
        var spending = report(test);
        var paid = PRICE.multiply(BigDecimal.valueOf(texts));
        assertTrue(steps.stream().allMatch(step -> step.status() == StepStatus.COMPLETED), "seed " + seed);
        assertEquals(paid, spending.settledUsd(), "each call is paid for once, seed " + seed);
        assertEquals(paid, run.usage().costUsd(), "seed " + seed);
        assertEquals(
                paid,
                steps.stream().map(Step::usage).reduce(Usage.NONE, Usage::plus).costUsd(),
                "seed " + seed);
        assertEquals(0, spending.underWay(), "nothing stays open, seed " + seed);
        assertTrue(model.calls() <= texts + spending.lost(), "seed " + seed);
    }

    /** Texts, each of which may go on from some that come before it; what they are adds to {@code contents}. */
    private static ObjectValue randomGraph(Random random, List<String> contents) {
        int count = 2 + random.nextInt(9);
        var nodes = new ArrayList<Value>(List.of(node("start", "start", ObjectValue.EMPTY)));
        var edges = new ArrayList<Value>();
        for (int i = 0; i < count; i++) {
            var before = new ArrayList<String>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    before.add("text" + j);
                    edges.add(edge("text" + j, "", "text" + i));
                }
            }
            if (before.isEmpty()) {
                edges.add(edge("start", "", "text" + i));
            }
            var mentions = before.stream().map("{{%s}}"::formatted).collect(Collectors.joining(" "));
            nodes.add(text(i, "Text %d after %s".formatted(i, mentions)));
            var known = before.stream()
                    .map(id -> contents.get(Integer.parseInt(id.substring("text".length()))))
                    .collect(Collectors.joining(" "));
            contents.add(PricedModel.text("Text %d after %s".formatted(i, known)));
            edges.add(edge("text" + i, "", "finish"));
        }
        nodes.add(node("finish", "finish", ObjectValue.EMPTY));
        return graph(nodes, edges);
    }

    private static ObjectValue text(int number, String prompt) {
        var data = ObjectValue.EMPTY.with("prompt", Value.of(prompt)).with("saveAsDocument", Value.of(false));
        return node("text" + number, "text_generation", data);
    }

    @Test
    void a_graph_of_two_hundred_nodes_and_twenty_branches_does_every_step_once() {
        int branches = 20;
        int length = 10;
        var test = new TestCore();
        var atOnce = new AtomicInteger();
        var widest = new AtomicInteger();
        var model = new PricedModel("0.001");
        model.before(prompt -> widest.accumulateAndGet(atOnce.incrementAndGet(), Math::max));
        model.after(prompt -> atOnce.decrementAndGet());
        test.textModel(model).adapters.modelCatalog().add(model.listed());
        var nodes = new ArrayList<Value>(List.of(node("start", "start", ObjectValue.EMPTY)));
        var edges = new ArrayList<Value>();
        var contents = new ArrayList<String>();
        for (int branch = 0; branch < branches; branch++) {
            var before = "start";
            var content = "";
            for (int i = 0; i < length; i++) {
                int number = branch * length + i;
                var mention = i == 0 ? "" : "{{%s}}".formatted(before);
                nodes.add(text(number, "Part %d %s".formatted(number, mention)));
                edges.add(edge(before, "", "text" + number));
                content = PricedModel.text("Part %d %s".formatted(number, content));
                before = "text" + number;
            }
            edges.add(edge(before, "", "finish"));
            contents.add(content);
        }
        nodes.add(node("finish", "finish", ObjectValue.EMPTY));
        var started = test.start(graph(nodes, edges));

        try (var worker = test.worker(20);
                var other = test.worker(20)) {
            var run = test.await(started);

            assertEquals(RunStatus.COMPLETED, run.status(), () -> run.error().toString());
            assertEquals(branches * length, model.calls());
            assertEquals(branches * length, model.prompts().size());
            assertEquals(new BigDecimal("0.200"), run.usage().costUsd());
            assertTrue(widest.get() <= NextSteps.AT_ONCE, widest::toString);
            for (int branch = 0; branch < branches; branch++) {
                var last = (ObjectValue) run.outputs()
                        .field("text" + ((branch + 1) * length - 1))
                        .orElseThrow();
                assertEquals(Optional.of(Value.of(contents.get(branch))), last.field("content"));
            }
        }
    }
}
