package dev.atelier.application;

import dev.atelier.domain.value.Value.ObjectValue;

/**
 * The step has done its part for now: a loop whose pass begins, a review that a person is to decide.
 *
 * @param about what it waits with
 */
record WaitingStep(ObjectValue about) implements StepResult {}
