package dev.atelier.domain.run;

/** Where a step of a run is. */
public enum StepStatus {
    /** Everything that it waits for has finished; a worker will take it up. */
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED
}
