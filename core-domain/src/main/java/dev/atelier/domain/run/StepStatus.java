package dev.atelier.domain.run;

/** Where a step of a run is. */
public enum StepStatus {
    /** Everything that it waits for has finished; a worker will take it up. */
    PENDING,
    RUNNING,
    /** It has begun and goes on once something else has happened: a review once a person has decided, a loop once its pass is over. */
    WAITING,
    /** A worker would have taken it up, but its run was paused or had ended. It begins when the run goes on. */
    HELD,
    COMPLETED,
    /** The run took another branch. */
    SKIPPED,
    FAILED;

    /** Whether a worker has it in hand, or will have. */
    public boolean isInHand() {
        return this == PENDING || this == RUNNING;
    }

    /** Whether it stays as it is, whatever the run does later. A step that failed may be tried again. */
    public boolean isDone() {
        return this == COMPLETED || this == SKIPPED;
    }
}
