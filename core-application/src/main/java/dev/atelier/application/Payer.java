package dev.atelier.application;

import dev.atelier.domain.run.RunId;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import java.util.Optional;

/** Whom calls are made for: writes them down before they are made, and what became of them. */
interface Payer {

    /** The run that the calls belong to; empty when there is none. */
    Optional<RunId> run();

    /**
     * Writes down, for good, that a call is going to be made.
     *
     * @throws RuntimeException when it must not be made
     */
    CallId open(Quote quote);

    /** Takes note of what became of it. The thread may have been interrupted. */
    void settle(CallId call, CallOutcome outcome);
}
