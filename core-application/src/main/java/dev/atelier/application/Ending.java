package dev.atelier.application;

import dev.atelier.port.out.job.JobObserver.Outcome;
import java.util.Optional;

/**
 * How an attempt of a job ended.
 *
 * @param next the step that has begun with that, and is for the same worker to do
 */
record Ending(Outcome outcome, Optional<StepTaken> next) {

    /** Nothing begins with it. */
    static Ending of(Outcome outcome) {
        return new Ending(outcome, Optional.empty());
    }
}
