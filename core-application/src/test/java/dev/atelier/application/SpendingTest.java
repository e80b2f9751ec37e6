package dev.atelier.application;

import static dev.atelier.application.Definitions.edge;
import static dev.atelier.application.Definitions.graph;
import static dev.atelier.application.Definitions.node;
import static dev.atelier.application.TestCore.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.domain.usage.UsageReport;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.memory.HashingEmbedder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written down of calls that cost money, what limits allow, and what stops a call. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpendingTest {

    private static final BigDecimal LIMIT = new BigDecimal("0.07");

    private final TestCore test = new TestCore();

    @Test
    void a_call_is_written_down_before_it_is_made_and_settled_with_its_step() {
        var during = new AtomicReference<Spending>();
        var started = new AtomicReference<Run>();
        var model = priced("0.01");
        model.before(prompt -> during.set(spending(started.get())));
        started.set(test.start(Definitions.text("x")));

        try (var worker = test.worker(1)) {
            var run = test.await(started.get());

            assertEquals(new Spending(BigDecimal.ZERO, new BigDecimal("0.01"), 1, 0), during.get());
            assertEquals(new Spending(new BigDecimal("0.01"), BigDecimal.ZERO, 0, 0), spending(run));
            assertEquals(new BigDecimal("0.01"), run.usage().costUsd());
        }
    }

    @Test
    void what_is_reserved_is_what_the_price_list_says_of_the_longest_text_that_may_come() {
        var during = new AtomicReference<Spending>();
        var started = new AtomicReference<Run>();
        test.adapters
                .modelCatalog()
                .add(new Model(
                        "maker/model",
                        "Model",
                        0,
                        Set.of(Output.TEXT),
                        Optional.of(new Prices(new BigDecimal("0.001"), new BigDecimal("0.1"), BigDecimal.ONE))));
        test.adapters.textModel().answer(request -> {
            during.set(spending(started.get()));
            return text(request, "0");
        });
        var data = ObjectValue.EMPTY
                .with("prompt", Value.of("\u00e9\u00e9"))
                .with("model", Value.of("maker/model"))
                .with("maxTokens", Value.of(50));
        started.set(test.start(Definitions.chain(
                node("start", "start", ObjectValue.EMPTY),
                node("text", "text_generation", data),
                node("finish", "finish", ObjectValue.EMPTY))));

        try (var worker = test.worker(1)) {
            test.await(started.get());
        }

        assertEquals(new BigDecimal("6.260"), during.get().unsettledUsd()); // 1 + 50 x 0.1 + (4 + 256) x 0.001
    }

    @Test
    void a_text_has_a_bound_also_when_its_step_names_none() {
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            test.await(started);
        }

        assertEquals(
                8_192,
                test.adapters.textModel().requests().getFirst().maxTokens().orElse(0));
    }

    @Test
    void a_call_without_a_price_reserves_what_the_operator_says_and_one_that_failed_has_cost_nothing() {
        var during = new ArrayList<BigDecimal>();
        var started = new AtomicReference<Run>();
        var answers = new AtomicInteger();
        test.textModel((request, onToken) -> {
            during.add(spending(started.get()).unsettledUsd());
            if (answers.getAndIncrement() == 0) {
                throw PortFailure.Retryable.unavailable(Service.TEXT_MODEL, "full");
            }
            return text(request, "0.02");
        });
        var data = ObjectValue.EMPTY.with("prompt", Value.of("x")).with("model", Value.of("nobody/knows"));
        started.set(test.start(Definitions.chain(
                node("start", "start", ObjectValue.EMPTY),
                node("text", "text_generation", data),
                node("finish", "finish", ObjectValue.EMPTY))));

        try (var worker = test.worker(1)) {
            var run = test.await(started.get());

            assertEquals(List.of(new BigDecimal("0.10"), new BigDecimal("0.10")), during);
            assertEquals(new Spending(new BigDecimal("0.02"), BigDecimal.ZERO, 0, 0), spending(run));
        }
    }

    @Test
    void an_answer_that_was_lost_is_shown_as_such_and_counts_against_limits() {
        var model = priced("0.01");
        var lost = new AtomicInteger(1);
        model.after(prompt -> {
            if (lost.getAndDecrement() > 0) {
                throw new PortFailure.OutcomeUnknown(Service.TEXT_MODEL, "cut off");
            }
        });
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            var run = test.await(started);

            assertEquals(2, model.calls());
            assertEquals(new BigDecimal("0.01"), run.usage().costUsd());
            var report = report();
            assertEquals(1, report.spending().unsettled());
            assertEquals(new BigDecimal("0.01"), report.spending().unsettledUsd());
            assertEquals(new BigDecimal("0.01"), report.total().costUsd());
        }
    }

    @Test
    void what_a_step_paid_before_it_failed_is_in_every_sum() {
        var model = priced("0.01");
        var started = test.start(Definitions.chain(
                node("start", "start", ObjectValue.EMPTY),
                node("facts", "text_generation", data("prompt", "x").with("outputFormat", Value.of("json"))),
                node("text", "text_generation", data("prompt", "y").with("title", Value.of("{{facts.missing}}"))),
                node("finish", "finish", ObjectValue.EMPTY)));

        try (var worker = test.worker(1)) {
            var run = test.await(started);

            assertEquals(RunStatus.FAILED, run.status());
            assertEquals(2, model.calls());
            assertSumsAgree(List.of(run), "0.02");
        }
    }

    @Test
    void sums_of_many_calls_agree_to_the_last_digit() {
        var random = new Random(11);
        test.textModel((request, onToken) -> {
            synchronized (random) {
                return switch (random.nextInt(6)) {
                    case 0 -> throw PortFailure.Retryable.unavailable(Service.TEXT_MODEL, "full");
                    case 1 -> throw new PortFailure.OutcomeUnknown(Service.TEXT_MODEL, "cut off");
                    default ->
                        text(
                                request,
                                BigDecimal.valueOf(random.nextInt(1_000_000), 9).toPlainString());
                };
            }
        });
        var project = test.newProject();
        var started = new ArrayList<Run>();
        for (int i = 0; i < 12; i++) {
            started.add(test.start(project, fork(10), ObjectValue.EMPTY));
        }

        try (var worker = test.worker(8);
                var other = test.worker(8)) {
            var runs = started.stream().map(test::await).toList();

            assertSumsAgree(
                    runs,
                    runs.stream()
                            .map(run -> run.usage().costUsd())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString());
            assertTrue(report().total().inputTokens() > 200);
        }
    }

    private void assertSumsAgree(List<Run> runs, String expected) {
        var ofRuns = runs.stream().map(Run::usage).reduce(Usage.NONE, Usage::plus);
        var ofSteps = runs.stream()
                .flatMap(run -> test.core().runs().steps(test.ada, run.id()).stream())
                .map(Step::usage)
                .reduce(Usage.NONE, Usage::plus);
        assertEquals(new BigDecimal(expected), ofRuns.costUsd());
        assertEquals(ofRuns.costUsd(), ofSteps.costUsd());
        assertEquals(ofRuns.costUsd(), report().total().costUsd());
        assertEquals(ofRuns.costUsd(), report().spending().settledUsd());
        assertEquals(ofRuns.inputTokens(), ofSteps.inputTokens());
        assertEquals(ofRuns.inputTokens(), inputTokensBesidesSearch());
        assertEquals(ofRuns.outputTokens(), ofSteps.outputTokens());
    }

    /** What runs write is made searchable afterwards, for the user and not for the run. */
    private long inputTokensBesidesSearch() {
        return report().total().models().stream()
                .filter(usage -> !usage.model().equals(HashingEmbedder.NAME))
                .mapToLong(ModelUsage::inputTokens)
                .sum();
    }

    @Test
    void fifty_branches_never_spend_more_than_the_limit_and_go_on_with_a_higher_one() throws InterruptedException {
        var model = priced("0.01");
        var started = test.start(fork(50), LIMIT);

        try (var worker = test.worker(20);
                var other = test.worker(20)) {
            var paused = test.awaitRest(started);

            assertEquals(RunStatus.PAUSED, paused.status());
            assertEquals(Optional.of(PauseReason.COST_LIMIT), paused.pauseReason());
            assertEquals(
                    Optional.of(
                            "The run may spend 0.07 USD: 0.07 are spent, 0 reserved, and the next call may cost 0.01."
                                    + " Resume it with a higher limit."),
                    paused.error());
            assertEquals(7, model.calls());
            assertEquals(LIMIT, paused.usage().costUsd());

            var tooLow = assertThrows(
                    DomainException.ValidationFailed.class,
                    () -> test.core().runs().resume(test.ada, paused.id(), LIMIT));
            assertEquals(
                    "must be more than 0.07, what the run has cost",
                    tooLow.violations().getFirst().message());

            test.core().runs().resume(test.ada, paused.id());
            assertEquals(
                    Optional.of(PauseReason.COST_LIMIT), test.awaitRest(started).pauseReason());
            assertEquals(7, model.calls(), "without a higher limit nothing goes on");

            test.core().runs().resume(test.ada, paused.id(), new BigDecimal("0.50"));
            var completed = test.await(started);

            assertEquals(RunStatus.COMPLETED, completed.status());
            assertEquals(Optional.empty(), completed.error());
            assertEquals(50, model.calls());
            assertEquals(50, model.prompts().size());
            assertEquals(new BigDecimal("0.50"), completed.usage().costUsd());
            var pause = test.events(completed).stream()
                    .filter(event -> event.type() == RunEvent.Type.RUN_PAUSED)
                    .findFirst()
                    .orElseThrow();
            assertEquals(Optional.of(Value.of("cost_limit")), pause.data().field("pauseReason"));
            assertTrue(pause.data().field("error").orElseThrow().text().startsWith("The run may spend 0.07 USD"));
        }
    }

    /** The price list says ten times what calls cost: what is reserved is not spent, and is there for the next ones. */
    @Test
    void what_was_reserved_and_not_spent_is_for_the_calls_that_come_after() {
        var model = new PricedModel("0.001");
        test.textModel(model).adapters.modelCatalog().add(new PricedModel("0.01").listed());
        var started = test.start(fork(50), LIMIT);

        try (var worker = test.worker(20)) {
            var run = test.awaitRest(started);

            assertEquals(RunStatus.COMPLETED, run.status(), () -> run.error().toString());
            assertEquals(new BigDecimal("0.050"), run.usage().costUsd());
            assertEquals(50, model.calls());
        }
    }

    @Test
    void a_user_spends_no_more_on_one_day_than_they_may_whatever_runs_they_have() {
        test.userCostLimit("0.07");
        var model = priced("0.01");
        var runs = List.of(test.start(fork(5)), test.start(fork(5)));

        try (var worker = test.worker(20)) {
            runs.forEach(test::awaitRest);

            assertEquals(7, model.calls());
            var paused = runs.stream()
                    .map(run -> test.core().runs().get(test.ada, run.id()))
                    .filter(run -> run.status() == RunStatus.PAUSED)
                    .toList();
            assertTrue(paused.getFirst().error().orElseThrow().startsWith("A user may spend 0.07 USD"));

            test.clock.advance(Duration.ofHours(12));
            paused.forEach(run -> test.core().runs().resume(test.ada, run.id()));
            runs.forEach(
                    run -> assertEquals(RunStatus.COMPLETED, test.awaitRest(run).status()));

            assertEquals(10, model.calls());
        }
    }

    @Test
    void who_stops_a_run_cuts_its_call_off_within_two_seconds_and_nothing_else() throws InterruptedException {
        var asked = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        var cutOff = new CountDownLatch(1);
        test.textModel((request, onToken) -> {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                cutOff.countDown();
                Thread.currentThread().interrupt();
                throw new PortFailure.OutcomeUnknown(Service.TEXT_MODEL, "interrupted", e);
            }
            return text(request, "0.01");
        });
        var stopped = test.start(Definitions.text("stopped"));
        var other = test.start(Definitions.text("other"));

        try (var worker = test.worker(4)) {
            asked.await();
            long begin = System.nanoTime();
            test.core().runs().stop(test.ada, stopped.id());
            cutOff.await();
            var took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, () -> "it took " + took);
            awaitThat(() -> step(stopped).status() == StepStatus.HELD);
            goOn.countDown();

            assertEquals(RunStatus.COMPLETED, test.await(other).status());
            assertEquals(new Spending(BigDecimal.ZERO, BigDecimal.ZERO, 0, 1), spending(stopped));
            assertEquals(1, step(stopped).attempt());
        }
    }

    @Test
    void a_call_that_ends_as_its_run_is_stopped_is_settled_with_what_it_cost() {
        var started = new AtomicReference<Run>();
        var model = priced("0.01");
        model.after(prompt -> {
            test.core().runs().stop(test.ada, started.get().id());
            awaitThat(() -> Thread.currentThread().isInterrupted());
        });
        started.set(test.start(Definitions.text("x")));

        try (var worker = test.worker(1)) {
            var run = test.await(started.get());
            awaitThat(() -> step(run).status() == StepStatus.COMPLETED);

            assertEquals(new Spending(new BigDecimal("0.01"), BigDecimal.ZERO, 0, 0), spending(run));
            assertEquals(
                    new BigDecimal("0.01"),
                    test.core().runs().get(test.ada, run.id()).usage().costUsd());
        }
    }

    @Test
    void calls_that_belong_to_no_run_go_through_the_same_door() {
        var clock = test.clock;
        var ledger = test.adapters.callLedger();
        var ids = new Ids(clock);
        var limits = new CostLimits(ledger, Optional.of(new BigDecimal("0.25")), clock);
        var payer = new UserCalls(ledger, limits, test.adapters.transactions(), ids, clock).of(test.ada);
        var estimates = new CostEstimates(test.adapters.modelCatalog(), new BigDecimal("0.10"));
        var calls = new PaidCalls(
                test.adapters.textModel(),
                test.adapters.imageModel(),
                estimates,
                new CallsUnderWay(test.adapters.runs()));
        var quote = estimates.webSearch();

        calls.make(payer, quote, () -> new ModelUsage("search", 0, 0, 0, new BigDecimal("0.016")), usage -> usage);
        assertThrows(PortFailure.Permanent.class, () -> calls.make(payer, quote, SpendingTest::refuse, usage -> usage));
        assertThrows(
                PortFailure.OutcomeUnknown.class, () -> calls.make(payer, quote, SpendingTest::lose, usage -> usage));

        assertEquals(new Spending(new BigDecimal("0.016"), new BigDecimal("0.10"), 0, 1), report().spending());
        assertThrows(
                PortFailure.OutcomeUnknown.class, () -> calls.make(payer, quote, SpendingTest::lose, usage -> usage));
        var refused = assertThrows(
                DomainException.CostLimitReached.class,
                () -> calls.make(payer, quote, SpendingTest::lose, usage -> usage));
        assertTrue(String.valueOf(refused.getMessage()).contains("0.016 are spent, 0.20 reserved"), refused::toString);
        assertEquals(2, report().spending().unsettled());
    }

    private static ModelUsage refuse() {
        throw new PortFailure.Permanent(Service.WEB_SEARCH, "no");
    }

    private static ModelUsage lose() {
        throw new PortFailure.OutcomeUnknown(Service.WEB_SEARCH, "lost");
    }

    @Test
    void a_report_is_about_its_days_and_nobody_else() {
        priced("0.01");
        var started = test.start(Definitions.text("x"));
        try (var worker = test.worker(1)) {
            test.await(started);
        }
        var today = LocalDate.parse("2026-11-01");

        assertEquals(new UsagePeriod(today.minusDays(29), today), report().period());
        assertEquals(today, report().days().getFirst().day());
        assertEquals(
                List.of(),
                report(new UsagePeriod.Wish(Optional.of(today.plusDays(1)), Optional.of(today.plusDays(2))))
                        .days());
        assertEquals(
                List.of(),
                test.core()
                        .usageReports()
                        .report(test.newUser(), new UsagePeriod.Wish(Optional.empty(), Optional.empty()))
                        .days());
    }

    private PricedModel priced(String usd) {
        var model = new PricedModel(usd);
        test.textModel(model).adapters.modelCatalog().add(model.listed());
        return model;
    }

    private Spending spending(Run run) {
        return test.adapters.callLedger().ofRun(test.ada, run.id());
    }

    private UsageReport report() {
        return report(new UsagePeriod.Wish(Optional.empty(), Optional.empty()));
    }

    private UsageReport report(UsagePeriod.Wish wish) {
        return test.core().usageReports().report(test.ada, wish);
    }

    private Step step(Run run) {
        return test.core().runs().steps(test.ada, run.id()).stream()
                .filter(step -> step.nodeId().value().equals("text"))
                .findFirst()
                .orElseThrow();
    }

    private static TextModel.Text text(TextModel.Request request, String usd) {
        return new TextModel.Text(
                request.prompt(), ObjectValue.EMPTY, new ModelUsage("maker/model", 3, 4, 0, new BigDecimal(usd)));
    }

    private static ObjectValue data(String name, String value) {
        return ObjectValue.EMPTY.with(name, Value.of(value));
    }

    private static ObjectValue fork(int branches) {
        var nodes = new ArrayList<Value>(List.of(node("start", "start", ObjectValue.EMPTY)));
        var edges = new ArrayList<Value>();
        for (int i = 0; i < branches; i++) {
            nodes.add(node("text" + i, "text_generation", data("prompt", "Branch " + i)));
            edges.add(edge("start", "", "text" + i));
            edges.add(edge("text" + i, "", "finish"));
        }
        nodes.add(node("finish", "finish", ObjectValue.EMPTY));
        return graph(nodes, edges);
    }
}
