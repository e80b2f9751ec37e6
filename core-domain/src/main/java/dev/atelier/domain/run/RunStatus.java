package dev.atelier.domain.run;

/** Where a run is. */
public enum RunStatus {
    /** Nothing of it has begun. */
    PENDING,
    RUNNING,
    PAUSED,
    COMPLETED,
    FAILED,
    STOPPED;

    /** Whether nothing more happens by itself. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == STOPPED;
    }
}
