package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.PaidCall;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.usage.CallLedger;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What runs spend. Each call is to be made in a transaction; with the run locked, its calls are written down one after another,
 * and none is overlooked by the next.
 */
final class RunSpending {

    private final RunRepository runs;
    private final CallLedger ledger;
    private final CostLimits limits;
    private final RunJournal journal;
    private final Ids ids;
    private final InstantSource clock;

    RunSpending(
            RunRepository runs,
            CallLedger ledger,
            CostLimits limits,
            RunJournal journal,
            Ids ids,
            InstantSource clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.limits = limits;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes down a call of a step. When it must not be made the step is held, and the call's id is empty: because the run was
     * stopped, or because it might cost too much. In that case the run is paused, unless calls of it are under way: they may cost
     * less than was reserved for them, and whichever ends brings the step up again.
     */
    Optional<CallId> open(StepCalls calls, Quote quote) {
        var work = calls.work();
        var locked = runs.lock(work.run().owner(), work.run().id());
        return locked.flatMap(run -> run.status() == RunStatus.STOPPED ? held(run, calls) : open(run, calls, quote));
    }

    private Optional<CallId> open(Run run, StepCalls calls, Quote quote) {
        var refusal = limits.refusal(run, quote);
        if (refusal.isEmpty()) {
            var call = call(run, calls.work(), quote);
            ledger.open(call);
            return Optional.of(call.id());
        }
        var held = hold(run, calls);
        if (run.status() == RunStatus.RUNNING
                && ledger.ofRun(run.owner(), run.id()).underWay() == 0) {
            runs.update(journal.record(held.pauseForCost(refusal.get()), RunEvent.Type.RUN_PAUSED));
        }
        return Optional.empty();
    }

    private PaidCall call(Run run, StepWork work, Quote quote) {
        var step = work.step();
        return new PaidCall(
                ids.call(),
                run.owner(),
                Optional.of(new PaidCall.Origin(run.id(), step.id(), step.attempt())),
                quote.kind(),
                quote.model(),
                quote.costUsd(),
                clock.instant());
    }

    private Optional<CallId> held(Run run, StepCalls calls) {
        hold(run, calls);
        return Optional.empty();
    }

    /** Settles the calls of a step, and holds it; returns the run as it is then. */
    Run hold(Run run, StepCalls calls) {
        settle(calls);
        var work = calls.work();
        runs.saveStep(run.owner(), run.id(), work.step().use(calls.usage()).hold());
        var changed = run.use(calls.usage());
        runs.update(changed);
        return changed;
    }

    /** Stores what became of the calls of a step. */
    void settle(StepCalls calls) {
        var owner = calls.work().run().owner();
        var now = clock.instant();
        calls.outcomes().forEach((id, outcome) -> ledger.settle(owner, id, outcome, now));
    }

    /** What became of calls that earlier attempts of a step have left open will never be known. */
    void giveUp(UserId owner, RunId run, StepId step) {
        ledger.giveUp(owner, run, step, clock.instant());
    }
}
