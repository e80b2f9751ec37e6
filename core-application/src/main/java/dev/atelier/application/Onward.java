package dev.atelier.application;

import dev.atelier.domain.run.Run;
import java.util.Optional;

/**
 * How a run goes on.
 *
 * @param run as it is to be stored
 * @param taken the step that the worker goes on with itself
 */
record Onward(Run run, Optional<StepTaken> taken) {

    /** The worker goes on with nothing. */
    static Onward of(Run run) {
        return new Onward(run, Optional.empty());
    }
}
