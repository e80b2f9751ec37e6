package dev.atelier.domain.run;

import static dev.atelier.domain.workflow.Drawing.data;
import static dev.atelier.domain.workflow.Drawing.input;
import static dev.atelier.domain.workflow.Drawing.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.Violation;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Drawing;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Template;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowGraph;
import dev.atelier.domain.workflow.WorkflowId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");
    private static final WorkflowGraph GRAPH = Drawing.ofTheMainJob().graph();
    private static final Usage USED = Usage.of(new ModelUsage("maker/model", 10, 20, 1, new BigDecimal("0.10")));

    private final Run run = Run.of(
            new RunId(UUID.randomUUID()),
            Workflow.create(
                    new WorkflowId(UUID.randomUUID()),
                    new UserId(UUID.randomUUID()),
                    new ProjectId(UUID.randomUUID()),
                    new WorkflowDetails("Name", "", ObjectValue.EMPTY),
                    AT),
            ObjectValue.EMPTY,
            Optional.empty(),
            AT);

    @Test
    void a_run_that_goes_well_is_pending_then_running_then_completed() {
        assertEquals(RunStatus.PENDING, run.status());

        var running = run.begin(id("start"), AT.plusSeconds(1));
        assertEquals(RunStatus.RUNNING, running.status());
        assertEquals(Optional.of(id("start")), running.currentNode());

        var further = running.progress(25).advance(USED).begin(id("text"), AT.plusSeconds(9));
        assertEquals(Optional.of(AT.plusSeconds(1)), further.startedAt());
        assertEquals(25, further.progress());

        var completed = further.progress(50).advance(USED).complete(data("text", Value.of(1)), AT.plusSeconds(10));
        assertEquals(RunStatus.COMPLETED, completed.status());
        assertEquals(100, completed.progress());
        assertEquals(Optional.empty(), completed.currentNode());
        assertEquals(Optional.of(AT.plusSeconds(10)), completed.finishedAt());
        assertEquals(new BigDecimal("0.20"), completed.usage().costUsd());
        assertEquals(8, completed.revision());
    }

    @Test
    void a_run_that_has_come_to_a_limit_says_which_until_it_goes_on() {
        var paused = run.begin(id("start"), AT).use(USED).pauseForCost("no more than 0.10");

        assertEquals(RunStatus.PAUSED, paused.status());
        assertEquals(Optional.of(PauseReason.COST_LIMIT), paused.pauseReason());
        assertEquals(Optional.of("no more than 0.10"), paused.error());
        assertEquals(Optional.empty(), paused.resume().error());
        assertEquals(Optional.empty(), paused.stop(AT).error());
        assertThrows(DomainException.ValidationFailed.class, () -> paused.resume(new BigDecimal("0.10")));
        assertEquals(
                Optional.of(new BigDecimal("0.11")),
                paused.resume(new BigDecimal("0.11")).costLimitUsd());
    }

    @Test
    void a_run_that_fails_says_why_and_keeps_what_it_cost() {
        var failed = run.begin(id("start"), AT).progress(25).advance(USED).fail("the model refused", AT.plusSeconds(1));

        assertEquals(RunStatus.FAILED, failed.status());
        assertEquals(Optional.of("the model refused"), failed.error());
        assertEquals(25, failed.progress());
        assertEquals(USED, failed.usage());
    }

    @Test
    void completed_failed_and_stopped_are_final() {
        assertEquals(
                List.of(RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.STOPPED),
                Stream.of(RunStatus.values()).filter(RunStatus::isFinal).toList());
    }

    @Test
    void a_run_that_is_paused_goes_on() {
        var paused = run.begin(id("start"), AT).pause(PauseReason.COST_LIMIT);
        assertEquals(RunStatus.PAUSED, paused.status());
        assertEquals(Optional.of(PauseReason.COST_LIMIT), paused.pauseReason());
        assertEquals(paused.pauseReason(), paused.progress(25).advance(USED).pauseReason());

        var resumed = paused.resume(new BigDecimal("5"));
        assertEquals(RunStatus.RUNNING, resumed.status());
        assertEquals(Optional.empty(), resumed.pauseReason());
        assertEquals(Optional.of(new BigDecimal("5")), resumed.costLimitUsd());
    }

    @Test
    void a_run_that_was_paused_for_a_review_goes_on_with_the_review_alone() {
        var running = run.begin(id("start"), AT);
        var waiting = running.pause(PauseReason.REVIEW);

        assertThrows(DomainException.InvalidState.class, waiting::resume);
        assertEquals(RunStatus.RUNNING, waiting.review().status());
        assertEquals(running, running.review());
        var paused = running.pause(PauseReason.REQUESTED);
        assertEquals(paused, paused.review());
    }

    @Test
    void a_run_that_has_failed_can_be_tried_again() {
        var again = run.begin(id("start"), AT).fail("no", AT).retry();

        assertEquals(RunStatus.RUNNING, again.status());
        assertEquals(Optional.empty(), again.error());
        assertEquals(Optional.empty(), again.finishedAt());
    }

    @Test
    void what_its_status_does_not_allow_is_refused() {
        var all = List.<Asked>of(
                new Asked("begin", found -> found.begin(id("text"), AT), Set.of(RunStatus.PENDING, RunStatus.RUNNING)),
                new Asked(
                        "complete",
                        found -> found.complete(ObjectValue.EMPTY, AT),
                        Set.of(RunStatus.RUNNING, RunStatus.PAUSED)),
                new Asked(
                        "fail",
                        found -> found.fail("no", AT),
                        Set.of(RunStatus.PENDING, RunStatus.RUNNING, RunStatus.PAUSED)),
                new Asked(
                        "pause",
                        found -> found.pause(PauseReason.REQUESTED),
                        Set.of(RunStatus.PENDING, RunStatus.RUNNING)),
                new Asked("resume", Run::resume, Set.of(RunStatus.PAUSED)),
                new Asked("review", Run::review, Set.of(RunStatus.RUNNING, RunStatus.PAUSED)),
                new Asked(
                        "stop",
                        found -> found.stop(AT),
                        Set.of(RunStatus.PENDING, RunStatus.RUNNING, RunStatus.PAUSED)),
                new Asked("retry", Run::retry, Set.of(RunStatus.FAILED)));
        for (var status : RunStatus.values()) {
            for (var asked : all) {
                asked.check(in(status));
            }
        }
    }

    /** What may be asked of a run in some of its states. */
    private record Asked(String name, UnaryOperator<Run> change, Set<RunStatus> allowed) {
        void check(Run run) {
            if (allowed.contains(run.status())) {
                assertEquals(run.id(), change.apply(run).id());
                return;
            }
            var refused = assertThrows(
                    DomainException.InvalidState.class, () -> change.apply(run), () -> name + " " + run.status());
            assertEquals(run.status().name().toLowerCase(Locale.ROOT), refused.state());
        }
    }

    private Run in(RunStatus status) {
        var running = run.begin(id("start"), AT);
        return switch (status) {
            case PENDING -> run;
            case RUNNING -> running;
            case PAUSED -> running.pause(PauseReason.REQUESTED);
            case COMPLETED -> running.complete(ObjectValue.EMPTY, AT);
            case FAILED -> running.fail("no", AT);
            case STOPPED -> running.stop(AT);
        };
    }

    @Test
    void a_comment_of_a_review_has_its_limit() {
        assertThrows(
                DomainException.ValidationFailed.class,
                () -> new Review(Review.Verdict.APPROVE, "x".repeat(Review.COMMENT_MAX + 1)));
    }

    @Test
    void what_was_skipped_is_empty_text() {
        var skipped = Step.skipped(GRAPH.node(id("text")), 0, AT);
        for (var steps : List.of(List.of(skipped), List.<Step>of())) {
            var scope = new RunScope(GRAPH, ObjectValue.EMPTY, new StoredSteps(steps), at("finish"));

            assertEquals("[]", Template.parse("[{text}{{text.items[0]}}]").render(scope::resolve));
        }
    }

    @Test
    void a_step_counts_its_attempts_and_forgets_its_error_when_it_completes() {
        var step = pending("text").begin(AT).postpone("busy").begin(AT.plusSeconds(5));
        assertEquals(2, step.attempt());
        assertEquals(Optional.of("busy"), step.error());

        var completed = step.complete(data("content", Value.of("x")), USED, AT.plusSeconds(6));
        assertEquals(StepStatus.COMPLETED, completed.status());
        assertEquals(Optional.empty(), completed.error());
        assertEquals(Optional.of(AT.plusSeconds(5)), completed.startedAt());

        assertEquals(StepStatus.FAILED, step.fail("gone", AT).status());
    }

    @Test
    void the_plan_begins_a_node_once_all_that_it_waits_for_has_completed() {
        assertEquals(List.of("start"), ready());
        assertEquals(List.of(), ready(pending("start")));
        assertEquals(List.of("text"), ready(done("start")));
        assertEquals(List.of(), ready(done("start"), pending("text").begin(AT).fail("x", AT)));
    }

    @Test
    void the_plan_tells_progress_outputs_and_the_end() {
        var half = plan(done("text"), done("start"));
        assertEquals(50, half.progress());
        assertEquals(Decision.Outcome.UNDER_WAY, half.decide(9).outcome());
        assertEquals(
                List.of("start", "text"), List.copyOf(half.outputs().fields().keySet()));

        var all = plan(done("start"), done("text"), done("picture"), done("finish"));
        assertEquals(Decision.Outcome.COMPLETED, all.decide(9).outcome());
    }

    @Test
    void references_stand_for_inputs_and_for_what_steps_gave() {
        var text = pending("text")
                .begin(AT)
                .complete(
                        data("content", Value.of("Hello")).with("items", list(data("name", Value.of("first")))),
                        Usage.NONE,
                        AT);
        var scope = new RunScope(GRAPH, data("topic", Value.of("tea")), new StoredSteps(List.of(text)), at("finish"));

        assertEquals(
                "tea Hello Hello first",
                Template.parse("{topic} {text} {{text}} {{text.items[0].name}}").render(scope::resolve));
    }

    @Test
    void a_reference_to_what_a_step_did_not_give_is_told() {
        var scope = new RunScope(
                GRAPH, data("topic", Value.of("tea")), new StoredSteps(List.of(done("text"))), at("finish"));

        for (String missing : List.of("{{text.items[0]}}", "{{text.colour}}", "{{text.content.deeper}}")) {
            var thrown = assertThrows(
                    UnresolvedReferenceException.class,
                    () -> Template.parse(missing).render(scope::resolve));
            assertTrue(String.valueOf(thrown.getMessage()).contains(missing), thrown::toString);
        }
    }

    @Test
    void inputs_are_completed_by_defaults() {
        var start = start(
                input("topic").with("required", Value.of(true)),
                input("tone").with("default", Value.of("warm")),
                input("note"));

        assertEquals(
                data("topic", Value.of("tea")).with("tone", Value.of("warm")).with("note", Value.of("")),
                RunInputs.complete(start, data("topic", Value.of("tea"))));
    }

    @Test
    void every_wrong_input_is_told() {
        var start = start(
                input("topic").with("required", Value.of(true)), input("count").with("type", Value.of("number")));

        var refused = assertThrows(
                DomainException.ValidationFailed.class,
                () -> RunInputs.complete(start, data("count", Value.of("many")).with("other", Value.of(1))));

        assertEquals(
                List.of(
                        new Violation("inputs.topic", "is required"),
                        new Violation("inputs.count", "must be a number"),
                        new Violation("inputs.other", "the workflow has no such input")),
                refused.violations());
    }

    @Test
    void usage_is_summed_for_each_model_to_the_last_digit() {
        var tenth = Usage.of(new ModelUsage("a", 1, 2, 0, new BigDecimal("0.1")));
        var sum = Usage.NONE.plus(tenth).plus(tenth).plus(tenth).plus(USED);

        assertEquals(
                List.of("a", "maker/model"),
                sum.models().stream().map(ModelUsage::model).toList());
        assertEquals(0, sum.costUsd().compareTo(new BigDecimal("0.4")));
        assertEquals(13, sum.inputTokens());
        assertEquals(26, sum.outputTokens());
        assertEquals(1, sum.images());
    }

    @Test
    void events_are_spelled_as_promised() {
        for (var type : RunEvent.Type.values()) {
            assertEquals(type, RunEvent.Type.parse(type.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> RunEvent.Type.parse("run.exploded"));
    }

    private static List<String> ready(Step... steps) {
        return plan(steps).decide(9).begin().stream()
                .map(step -> step.node().value())
                .toList();
    }

    private static RunPlan plan(Step... steps) {
        return new RunPlan(GRAPH, new StoredSteps(List.of(steps)));
    }

    private static StepId at(String node) {
        return new StepId(id(node), 0);
    }

    private static Step pending(String node) {
        return Step.pending(GRAPH.node(id(node)), 0);
    }

    private static Step done(String node) {
        return pending(node).begin(AT).complete(data("content", Value.of("x")), Usage.NONE, AT);
    }

    private static NodeId id(String value) {
        return new NodeId(value);
    }

    private static Node.Start start(ObjectValue... inputs) {
        return new Drawing()
                .node("start", "start", data("inputVariables", list(inputs)))
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "finish")
                .graph()
                .start();
    }
}
