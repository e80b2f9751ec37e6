package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.DayUsage;
import dev.atelier.domain.usage.PaidCall;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.port.out.usage.CallLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Calls. Transactions happen one after another, so that each of them has every lock. */
final class InMemoryCallLedger implements CallLedger {

    private final InMemoryDatabase database;

    InMemoryCallLedger(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void lock(UserId owner) {
        database.statementInTransaction(() -> true);
    }

    @Override
    public void open(PaidCall call) {
        database.run(() -> {
            database.requireUser(call.owner());
            InMemoryDatabase.requireNew(database.calls().find(call.id()));
            database.calls().put(call.id(), new CallRow(call, Optional.empty(), Optional.empty()));
        });
    }

    @Override
    public void settle(UserId owner, CallId id, CallOutcome outcome, Instant at) {
        settle(row -> row.call().id().equals(id) && row.call().owner().equals(owner), outcome, at);
    }

    @Override
    public void giveUp(UserId owner, RunId run, StepId step, Instant at) {
        settle(
                isOf(owner, run)
                        .and(row -> row.call()
                                .origin()
                                .filter(origin -> origin.step().equals(step))
                                .isPresent()),
                new CallOutcome.Unknown(),
                at);
    }

    private void settle(Predicate<CallRow> which, CallOutcome outcome, Instant at) {
        database.run(() -> database.calls()
                .matching(which)
                .forEach(row -> database.calls().put(row.call().id(), row.settled(outcome, at))));
    }

    @Override
    public Spending ofRun(UserId owner, RunId run) {
        return spending(isOf(owner, run));
    }

    @Override
    public Spending ofPeriod(UserId owner, UsagePeriod period) {
        return spending(isOf(owner, period));
    }

    private Spending spending(Predicate<CallRow> which) {
        return database.statement(() -> {
            var rows = database.calls().matching(which);
            long lost = rows.stream().filter(CallRow::isLost).count();
            long unsettled = rows.stream().filter(CallRow::isUnsettled).count();
            return new Spending(
                    rows.stream().map(row -> usage(row).costUsd()).reduce(BigDecimal.ZERO, BigDecimal::add),
                    rows.stream()
                            .filter(CallRow::isUnsettled)
                            .map(row -> row.call().reservedUsd())
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    unsettled - lost,
                    lost);
        });
    }

    @Override
    public List<DayUsage> usage(UserId owner, UsagePeriod period) {
        return database.statement(() -> {
            var days = new TreeMap<LocalDate, Usage>();
            database.calls().matching(isOf(owner, period)).forEach(row -> {
                var used = usage(row);
                if (!used.models().isEmpty()) {
                    days.merge(LocalDate.ofInstant(row.call().at(), ZoneOffset.UTC), used, Usage::plus);
                }
            });
            return days.entrySet().stream()
                    .map(day -> new DayUsage(day.getKey(), sorted(day.getValue())))
                    .toList();
        });
    }

    private static Usage sorted(Usage usage) {
        return new Usage(usage.models().stream()
                .sorted(Comparator.comparing(model -> model.model()))
                .toList());
    }

    private static Usage usage(CallRow row) {
        return row.outcome()
                .filter(CallOutcome.Paid.class::isInstance)
                .map(outcome -> Usage.of(((CallOutcome.Paid) outcome).usage()))
                .orElse(Usage.NONE);
    }

    private static Predicate<CallRow> isOf(UserId owner, RunId run) {
        return row -> row.call().owner().equals(owner)
                && row.call()
                        .origin()
                        .filter(origin -> origin.run().equals(run))
                        .isPresent();
    }

    private static Predicate<CallRow> isOf(UserId owner, UsagePeriod period) {
        return row -> row.call().owner().equals(owner)
                && !row.call().at().isBefore(period.begin())
                && row.call().at().isBefore(period.end());
    }
}
