package dev.atelier.domain.usage;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.StepId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that may cost money, written down before it is made.
 *
 * @param owner for whom it is made
 * @param origin the step that makes it; empty for a call that belongs to no run
 * @param model which is to be asked, as far as that is known; empty text when it is not
 * @param reservedUsd US dollars, the most that it is expected to cost; 0 or more
 * @param at when it was written down
 */
public record PaidCall(
        CallId id, UserId owner, Optional<Origin> origin, Kind kind, String model, BigDecimal reservedUsd, Instant at) {

    /** What is asked for. */
    public enum Kind {
        TEXT,
        IMAGE,
        EMBEDDINGS,
        WEB_SEARCH
    }

    /**
     * Where it comes from.
     *
     * @param attempt of the step
     */
    public record Origin(RunId run, StepId step, int attempt) {}
}
