package dev.atelier.testkit.memory;

import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.PaidCall;
import java.time.Instant;
import java.util.Optional;

/** A call. */
record CallRow(PaidCall call, Optional<CallOutcome> outcome, Optional<Instant> endedAt) {

    CallRow settled(CallOutcome what, Instant at) {
        return outcome.isPresent() ? this : new CallRow(call, Optional.of(what), Optional.of(at));
    }

    boolean isLost() {
        return outcome.filter(CallOutcome.Unknown.class::isInstance).isPresent();
    }

    boolean isUnsettled() {
        return outcome.isEmpty() || isLost();
    }
}
