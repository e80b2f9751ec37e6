package dev.atelier.domain.run;

/** Why a run is paused. */
public enum PauseReason {
    /** Its owner wants it so. */
    REQUESTED,
    /** Nothing goes on until a person has decided. */
    REVIEW,
    /** Its next call might cost more than it may spend. */
    COST_LIMIT
}
