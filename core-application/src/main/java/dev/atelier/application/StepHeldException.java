package dev.atelier.application;

/** A step is not to make its next call: it is held, and that is stored. */
final class StepHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepHeldException() {
        super("the step is held");
    }
}
