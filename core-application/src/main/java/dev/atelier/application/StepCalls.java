package dev.atelier.application;

import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The calls of one attempt of a step. What became of them is kept until it can be stored together with what becomes of the step:
 * so a call is settled exactly when its step need not make it again.
 */
final class StepCalls implements Payer {

    private final StepWork work;
    private final BiFunction<StepCalls, Quote, CallId> opening;
    private final Map<CallId, CallOutcome> outcomes = new LinkedHashMap<>();

    /** @param opening writes a call down */
    StepCalls(StepWork work, BiFunction<StepCalls, Quote, CallId> opening) {
        this.work = work;
        this.opening = opening;
    }

    StepWork work() {
        return work;
    }

    @Override
    public Optional<RunId> run() {
        return Optional.of(work.run().id());
    }

    @Override
    public CallId open(Quote quote) {
        return opening.apply(this, quote);
    }

    @Override
    public void settle(CallId call, CallOutcome outcome) {
        outcomes.put(call, outcome);
    }

    /** What became of those that have been made. */
    Map<CallId, CallOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** What they took, as far as that is known. */
    Usage usage() {
        return outcomes.values().stream()
                .filter(CallOutcome.Paid.class::isInstance)
                .map(outcome -> Usage.of(((CallOutcome.Paid) outcome).usage()))
                .reduce(Usage.NONE, Usage::plus);
    }
}
