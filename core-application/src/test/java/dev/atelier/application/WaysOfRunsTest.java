package dev.atelier.application;

import static dev.atelier.application.Definitions.edge;
import static dev.atelier.application.Definitions.graph;
import static dev.atelier.application.Definitions.node;
import static dev.atelier.application.TestCore.awaitThat;
import static dev.atelier.application.TestCore.awaitUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Review;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.run.Runs;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.memory.ScriptedTextModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Branches, loops, forks and reviews, and what people may do to runs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaysOfRunsTest {

    private static final Value START = node("start", "start", ObjectValue.EMPTY);
    private static final Value FINISH = node("finish", "finish", ObjectValue.EMPTY);
    private static final ObjectValue REVIEWED = graph(
            List.of(START, text("text", "x"), node("look", "review", data("content_ref", "text")), FINISH),
            List.of(edge("start", "", "text"), edge("text", "", "look"), edge("look", "", "finish")));

    private final TestCore test = new TestCore();
    private final ScriptedTextModel model = test.adapters.textModel();

    @Test
    void a_branch_that_is_not_taken_is_skipped() {
        model.answer("urgent");
        var started = test.start(graph(
                List.of(
                        START,
                        text("sort", "x"),
                        node("if", "conditional", data("condition", "{{sort}} == 'urgent'")),
                        text("yes", "{{if.branch}}"),
                        text("no", "x"),
                        text("both", "[{{yes}}{{no}}]"),
                        FINISH),
                List.of(
                        edge("start", "", "sort"),
                        edge("sort", "", "if"),
                        edge("if", "true", "yes"),
                        edge("if", "false", "no"),
                        edge("yes", "", "both"),
                        edge("no", "", "both"),
                        edge("both", "", "finish"))));

        try (var worker = test.worker(2)) {
            var run = test.await(started);

            assertEquals(RunStatus.COMPLETED, run.status());
            assertEquals(StepStatus.SKIPPED, step(run, "no").status());
            assertEquals("true", model.requests().get(1).prompt());
            assertEquals(3, model.requests().size());
            assertTrue(run.outputs().field("no").isEmpty());
        }
    }

    @Test
    void a_loop_runs_its_body_once_a_pass_and_gathers_what_that_gave() {
        model.answer("a").answer("b").answer("c").answer("all");
        var started = test.start(graph(
                List.of(
                        START,
                        node("loop", "loop", ObjectValue.EMPTY.with("iterations", Value.of(3))),
                        text("part", "Part {{loop.iteration}}"),
                        text("whole", "{{loop.results}}/{{part}}"),
                        FINISH),
                List.of(
                        edge("start", "", "loop"),
                        edge("loop", "body", "part"),
                        edge("part", "", "loop"),
                        edge("loop", "done", "whole"),
                        edge("whole", "", "finish"))));

        try (var worker = test.worker(2)) {
            var run = test.await(started);

            assertEquals(RunStatus.COMPLETED, run.status(), () -> run.error().toString());
            assertEquals(
                    List.of("Part 0", "Part 1", "Part 2", "a\nb\nc/c"),
                    model.requests().stream().map(TextModel.Request::prompt).toList());
            assertEquals(
                    List.of("finish 0", "loop 0", "part 0", "part 1", "part 2", "start 0", "whole 0"),
                    steps(run).keySet().stream().sorted().toList());
            assertEquals(
                    4,
                    ((Value.ListValue)
                                    ((ObjectValue) run.outputs().field("finish").orElseThrow())
                                            .field("savedDocuments")
                                            .orElseThrow())
                            .values()
                            .size());
        }
    }

    @Test
    void the_arms_of_a_fork_run_side_by_side_and_no_more_of_them_than_a_run_may_have() throws InterruptedException {
        int arms = 40;
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(NextSteps.AT_ONCE);
        for (int i = 0; i < arms; i++) {
            model.answer(request -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                full.countDown();
                awaitUninterruptibly(full); // until as many as may are at it
                inFlight.decrementAndGet();
                return written("x");
            });
        }
        var nodes = new ArrayList<Value>(List.of(START, node("fork", "parallel", ObjectValue.EMPTY), FINISH));
        var edges = new ArrayList<Value>(List.of(edge("start", "", "fork")));
        for (int i = 0; i < arms; i++) {
            nodes.add(text("arm" + i, "x"));
            edges.add(edge("fork", "", "arm" + i));
            edges.add(edge("arm" + i, "", "finish"));
        }
        var started = test.start(graph(nodes, edges));

        var options = WorkerOptions.DEFAULT.withConcurrency(arms).withJobsPerUser(arms);
        try (var worker = test.core().jobs().startWorker(options)) {
            assertEquals(RunStatus.COMPLETED, test.await(started).status());
        }
        assertEquals(NextSteps.AT_ONCE, most.get());
        assertEquals(arms, model.requests().size());
    }

    @Test
    void a_run_waits_for_a_review_and_goes_on_with_what_was_decided() throws InterruptedException {
        model.answer("Tea is warm.");
        var started = test.start(REVIEWED);

        try (var worker = test.worker(1)) {
            awaitThat(() -> get(started).status() == RunStatus.PAUSED);
            assertEquals(Optional.of(PauseReason.REVIEW), get(started).pauseReason());
            var waiting = step(started, "look");
            assertEquals(StepStatus.WAITING, waiting.status());
            assertEquals(
                    "Tea is warm.",
                    waiting.output().field("content").orElseThrow().text());
            assertThrows(DomainException.InvalidState.class, () -> runs().resume(test.ada, started.id()));

            runs().review(test.ada, started.id(), new NodeId("look"), new Review(Review.Verdict.REJECT, "too warm"));

            var run = test.await(started);
            assertEquals(RunStatus.COMPLETED, run.status());
            assertEquals(
                    "reject",
                    step(run, "look").output().field("decision").orElseThrow().text());
            assertEquals(
                    List.of("run.waiting_for_review", "run.paused", "step.completed", "run.resumed"),
                    test.events(run).stream()
                            .map(event -> event.type().toString())
                            .dropWhile(type -> !type.equals("run.waiting_for_review"))
                            .limit(4)
                            .toList());
            assertThrows(DomainException.InvalidState.class, () -> approve(started, "look"));
        }
    }

    @Test
    void only_what_waits_can_be_reviewed() {
        var started = test.start(REVIEWED);

        assertThrows(DomainException.InvalidState.class, () -> approve(started, "look"));
        try (var worker = test.worker(1)) {
            awaitThat(() -> get(started).status() == RunStatus.PAUSED);
        }
        assertThrows(DomainException.NotFound.class, () -> approve(started, "text"));
        assertThrows(DomainException.NotFound.class, () -> approve(started, "nobody"));
    }

    private void approve(Run run, String node) {
        runs().review(test.ada, run.id(), new NodeId(node), new Review(Review.Verdict.APPROVE, ""));
    }

    @Test
    void a_pause_takes_effect_after_the_current_step() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        model.answer(request -> {
            begun.countDown();
            awaitUninterruptibly(release);
            return written("first");
        });
        var started = test.start(Definitions.chain(
                (ObjectValue) START, (ObjectValue) text("one", "x"), (ObjectValue) text("two", "x"), (ObjectValue)
                        FINISH));

        try (var worker = test.worker(2)) {
            begun.await();
            assertEquals(RunStatus.PAUSED, runs().pause(test.ada, started.id()).status());
            release.countDown();
            awaitThat(() -> step(started, "one").status() == StepStatus.COMPLETED);
            assertEquals(1, model.requests().size());
            assertEquals(RunStatus.PAUSED, get(started).status());

            var resumed = runs().resume(test.ada, started.id(), new BigDecimal("3"));
            assertEquals(Optional.of(new BigDecimal("3")), resumed.costLimitUsd());
            assertEquals(RunStatus.COMPLETED, test.await(started).status());
            assertEquals(2, model.requests().size());
        }
    }

    @Test
    void a_step_whose_run_is_paused_before_it_begins_is_held_and_begins_once() {
        var started = test.start(Definitions.text("x"));
        runs().pause(test.ada, started.id());

        try (var worker = test.worker(1)) {
            awaitThat(() -> step(started, "start").status() == StepStatus.HELD);
            runs().resume(test.ada, started.id());
            assertEquals(RunStatus.COMPLETED, test.await(started).status());
        }
        assertEquals(1, model.requests().size());
    }

    @Test
    void a_run_that_is_stopped_begins_nothing_more() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        model.answer(request -> {
            begun.countDown();
            awaitUninterruptibly(release);
            return written("late");
        });
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            begun.await();
            assertEquals(RunStatus.STOPPED, runs().stop(test.ada, started.id()).status());
            release.countDown();
            awaitThat(() -> step(started, "text").status() == StepStatus.COMPLETED);
        }
        var run = get(started);
        assertEquals(RunStatus.STOPPED, run.status());
        assertTrue(!steps(run).containsKey("finish 0"));
        assertEquals("run.stopped", test.events(run).getLast().type().toString());
        assertThrows(DomainException.InvalidState.class, () -> runs().retry(test.ada, started.id()));
    }

    @Test
    void a_failed_run_is_tried_again_from_what_has_failed_and_no_other_step_is_done_twice()
            throws InterruptedException {
        var failing = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        model.answer(request -> answerOrFail(request, failing, failed))
                .answer(request -> answerOrFail(request, failing, failed))
                .answer("again");
        var started = test.start(graph(
                List.of(START, text("good", "good"), text("bad", "bad"), FINISH),
                List.of(
                        edge("start", "", "good"),
                        edge("start", "", "bad"),
                        edge("good", "", "finish"),
                        edge("bad", "", "finish"))));

        try (var worker = test.worker(2)) {
            awaitThat(() -> get(started).status() == RunStatus.FAILED);
            failed.countDown();
            awaitThat(() -> step(started, "good").status() == StepStatus.COMPLETED);

            assertEquals(RunStatus.RUNNING, runs().retry(test.ada, started.id()).status());
            var run = test.await(started);

            assertEquals(RunStatus.COMPLETED, run.status());
            assertEquals(Optional.empty(), run.error());
            assertEquals(
                    List.of("bad", "bad", "good"),
                    model.requests().stream()
                            .map(TextModel.Request::prompt)
                            .sorted(Comparator.naturalOrder())
                            .toList());
            assertEquals("run.completed", test.events(run).getLast().type().toString());
        }
    }

    /** The good one ends after the run has failed because of the bad one. */
    private static TextModel.Text answerOrFail(
            TextModel.Request request, CountDownLatch failing, CountDownLatch failed) {
        if (request.prompt().equals("bad")) {
            awaitUninterruptibly(failing);
            throw new PortFailure.Permanent(Service.TEXT_MODEL, "no");
        }
        failing.countDown();
        awaitUninterruptibly(failed);
        return written("good");
    }

    @Test
    void what_others_do_to_a_run_is_not_done() {
        var started = test.start(REVIEWED);
        var stranger = test.newUser();
        var id = started.id();

        assertThrows(DomainException.NotFound.class, () -> runs().pause(stranger, id));
        assertThrows(DomainException.NotFound.class, () -> runs().resume(stranger, id));
        assertThrows(DomainException.NotFound.class, () -> runs().resume(stranger, id, BigDecimal.ONE));
        assertThrows(DomainException.NotFound.class, () -> runs().stop(stranger, id));
        assertThrows(DomainException.NotFound.class, () -> runs().retry(stranger, id));
        assertThrows(
                DomainException.NotFound.class,
                () -> runs().review(stranger, id, new NodeId("look"), new Review(Review.Verdict.APPROVE, "")));
        assertEquals(started, get(started));
    }

    private Runs runs() {
        return test.core().runs();
    }

    private Run get(Run run) {
        return runs().get(test.ada, run.id());
    }

    /** The step of a node that is in no loop. */
    private Step step(Run run, String node) {
        return Optional.ofNullable(steps(run).get(node + " 0")).orElseThrow();
    }

    /** By node id and iteration. */
    private Map<String, Step> steps(Run run) {
        return runs().steps(test.ada, run.id()).stream()
                .collect(Collectors.toMap(step -> "%s %d".formatted(step.nodeId(), step.iteration()), step -> step));
    }

    private static Value text(String id, String prompt) {
        return node(id, "text_generation", data("prompt", prompt));
    }

    private static ObjectValue data(String name, String value) {
        return ObjectValue.EMPTY.with(name, Value.of(value));
    }

    private static TextModel.Text written(String content) {
        return new TextModel.Text(
                content, ObjectValue.EMPTY, new ModelUsage(ScriptedTextModel.NAME, 1, 1, 0, BigDecimal.ZERO));
    }
}
