package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.DayUsage;
import dev.atelier.domain.usage.PaidCall;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.out.usage.CallLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link CallLedger}. */
public abstract class CallLedgerContract extends PersistenceContract {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final UsagePeriod TODAY = new UsagePeriod(DAY, DAY);
    private static final CallOutcome FREE = new CallOutcome.Free();
    private static final CallOutcome UNKNOWN = new CallOutcome.Unknown();

    private final RunId run = new RunId(UUID.randomUUID());
    private UserId owner = Samples.nobody();

    @BeforeEach
    final void signUp() {
        owner = database().newUser();
    }

    private CallLedger ledger() {
        return database().callLedger();
    }

    @Test
    void whatIsOpenIsUnderWayAndCountsWithWhatIsReservedForIt() {
        open(call("text", "0.000000123"));
        open(call("text", "0.01"));

        assertEquals(spent("0", "0.010000123", 2, 0), ledger().ofRun(owner, run));
    }

    @Test
    void whatIsSettledCountsWithWhatItCost() {
        settle(open(call("text", "0.05")), paid("maker/model", "0.0000000001"));
        settle(open(call("text", "0.05")), paid("maker/model", "0.02"));
        settle(open(call("text", "0.05")), FREE);

        assertEquals(spent("0.0200000001", "0", 0, 0), ledger().ofRun(owner, run));
    }

    @Test
    void whatWillNeverBeKnownIsLostAndCountsWithWhatWasReserved() {
        settle(open(call("text", "0.05")), UNKNOWN);

        assertEquals(spent("0", "0.05", 0, 1), ledger().ofRun(owner, run));
        assertEquals(List.of(), ledger().usage(owner, TODAY));
    }

    @Test
    void whatIsSettledStaysAsItIs() {
        for (var first : List.of(paid("maker/model", "0.02"), FREE, UNKNOWN)) {
            var call = open(call("text", "0.05"));
            settle(call, first);
            var before = ledger().ofRun(owner, run);

            settle(call, paid("maker/other", "9"));
            settle(call, FREE);
            settle(call, UNKNOWN);

            assertEquals(before, ledger().ofRun(owner, run));
        }
    }

    @Test
    void aStepIsGivenUpWithItsOpenCallsAndNoOthers() {
        open(call("text", "0.01"));
        settle(open(call("text", "0.02")), paid("maker/model", "0.02"));
        open(call("other", "0.04"));
        open(call("text", 1, "0.08"));

        ledger().giveUp(owner, run, new StepId(new NodeId("text"), 0), NOON);

        assertEquals(spent("0.02", "0.13", 2, 1), ledger().ofRun(owner, run));
    }

    @Test
    void ofARunAreItsOwnCalls() {
        open(call("text", "0.01"));
        open(without("0.02", NOON));

        assertEquals(spent("0", "0.01", 1, 0), ledger().ofRun(owner, run));
        assertEquals(Spending.NONE, ledger().ofRun(owner, new RunId(UUID.randomUUID())));
        assertEquals(spent("0", "0.03", 2, 0), ledger().ofPeriod(owner, TODAY));
    }

    @Test
    void aPeriodIsFromMidnightToMidnight() {
        var times = List.of(
                TODAY.begin().minusNanos(1_000), TODAY.begin(), TODAY.end().minusNanos(1_000), TODAY.end());
        for (var at : times) {
            settle(open(without("0.01", at)), paid("maker/model", "0.01"));
        }

        assertEquals(spent("0.02", "0", 0, 0), ledger().ofPeriod(owner, TODAY));
        assertEquals(
                List.of(DAY.minusDays(1), DAY, DAY.plusDays(1)),
                ledger().usage(owner, new UsagePeriod(DAY.minusDays(1), DAY.plusDays(1))).stream()
                        .map(DayUsage::day)
                        .toList());
    }

    @Test
    void sumsAreThoseOfAllCallsToTheLastDigit() {
        var random = new Random(7);
        var expected = new HashMap<LocalDate, Usage>();
        for (int i = 0; i < 300; i++) {
            var at = NOON.plusSeconds(random.nextLong(-200_000, 200_000));
            var usage = new ModelUsage(
                    "maker/model" + random.nextInt(4),
                    random.nextInt(100_000),
                    random.nextInt(10_000),
                    random.nextInt(3),
                    BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(12)));
            settle(open(without("1", at)), new CallOutcome.Paid(usage));
            expected.merge(at.atZone(ZoneOffset.UTC).toLocalDate(), Usage.of(usage), Usage::plus);
        }
        var period = new UsagePeriod(DAY.minusDays(5), DAY.plusDays(5));

        var days = ledger().usage(owner, period);

        assertEquals(expected.size(), days.size());
        for (var day : days) {
            var models = new ArrayList<>(
                    Optional.ofNullable(expected.get(day.day())).orElseThrow().models());
            models.sort((left, right) -> left.model().compareTo(right.model()));
            assertEquals(models, day.usage().models());
        }
        var total = days.stream().map(day -> day.usage().costUsd()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, total.compareTo(ledger().ofPeriod(owner, period).settledUsd()));
    }

    @Test
    void callsOutliveTheirRunAndItsProject() {
        var workflow = newWorkflow(owner);
        var stored = Samples.run(workflow);
        database().runs().insert(stored);
        open(new PaidCall(
                newCall(),
                owner,
                Optional.of(new PaidCall.Origin(stored.id(), new StepId(new NodeId("text"), 0), 1)),
                PaidCall.Kind.IMAGE,
                "",
                new BigDecimal("0.05"),
                NOON));

        database().projects().delete(owner, workflow.projectId());

        assertEquals(spent("0", "0.05", 1, 0), ledger().ofPeriod(owner, TODAY));
    }

    @Test
    void callsGoWithTheirOwner() {
        open(call("text", "0.01"));

        database().removeUser(owner);

        assertEquals(Spending.NONE, ledger().ofPeriod(owner, TODAY));
    }

    @Test
    void whoDoesNotExistMakesNoCalls() {
        owner = Samples.nobody();

        assertThrows(DomainException.UserNotProvisioned.class, () -> open(call("text", "0.01")));
    }

    @Test
    void othersSeeNothingAndChangeNothing() {
        var call = open(call("text", "0.01"));
        var stranger = database().newUser();

        ledger().settle(stranger, call, FREE, NOON);
        ledger().giveUp(stranger, run, new StepId(new NodeId("text"), 0), NOON);

        assertEquals(spent("0", "0.01", 1, 0), ledger().ofRun(owner, run));
        assertEquals(Spending.NONE, ledger().ofRun(stranger, run));
        assertEquals(Spending.NONE, ledger().ofPeriod(stranger, TODAY));
        assertEquals(List.of(), ledger().usage(stranger, TODAY));
    }

    @Test
    void whatIsUndoneWasNeverWrittenDown() {
        assertThrows(
                IllegalStateException.class,
                () -> database().transactions().run(() -> {
                    open(call("text", "0.01"));
                    throw new IllegalStateException("undone");
                }));

        assertEquals(Spending.NONE, ledger().ofRun(owner, run));
    }

    @Test
    void whoeverHoldsTheLockOfAnOwnerIsAlone() {
        var limit = new BigDecimal("0.07");
        Concurrently.all(
                20,
                () -> database().transactions().execute(() -> {
                    ledger().lock(owner);
                    var spent = ledger().ofPeriod(owner, TODAY).atMostUsd();
                    if (spent.add(new BigDecimal("0.01")).compareTo(limit) <= 0) {
                        open(call("text", "0.01"));
                    }
                    return true;
                }));

        assertEquals(spent("0", "0.07", 7, 0), ledger().ofPeriod(owner, TODAY));
    }

    @Test
    void aLockIsHeldInATransaction() {
        assertThrows(IllegalStateException.class, () -> ledger().lock(owner));
    }

    private CallId open(PaidCall call) {
        ledger().open(call);
        return call.id();
    }

    private void settle(CallId call, CallOutcome outcome) {
        ledger().settle(owner, call, outcome, NOON.plusSeconds(3));
    }

    private PaidCall call(String node, String reserved) {
        return call(node, 0, reserved);
    }

    private PaidCall call(String node, int iteration, String reserved) {
        var origin = new PaidCall.Origin(run, new StepId(new NodeId(node), iteration), 1);
        return new PaidCall(
                newCall(),
                owner,
                Optional.of(origin),
                PaidCall.Kind.TEXT,
                "maker/model",
                new BigDecimal(reserved),
                NOON);
    }

    private PaidCall without(String reserved, Instant at) {
        return new PaidCall(
                newCall(), owner, Optional.empty(), PaidCall.Kind.WEB_SEARCH, "", new BigDecimal(reserved), at);
    }

    private static CallId newCall() {
        return new CallId(Samples.newId());
    }

    private static CallOutcome paid(String model, String cost) {
        return new CallOutcome.Paid(new ModelUsage(model, 10, 20, 1, new BigDecimal(cost)));
    }

    private static Spending spent(String settled, String unsettled, long underWay, long lost) {
        return new Spending(new BigDecimal(settled), new BigDecimal(unsettled), underWay, lost);
    }
}
