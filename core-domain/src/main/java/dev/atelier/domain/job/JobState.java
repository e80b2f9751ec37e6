package dev.atelier.domain.job;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
    /** A worker will come for it, at its time. */
    WAITING,

    /** A worker has it. */
    CLAIMED,

    DONE,

    /** It failed too often, and nobody will try again unless an operator says so. */
    DEAD,

    CANCELLED;

    /** Whether nothing will happen to it any more by itself. */
    public boolean isFinal() {
        return this == DONE || this == DEAD || this == CANCELLED;
    }

    /** As it is spelled outside. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
