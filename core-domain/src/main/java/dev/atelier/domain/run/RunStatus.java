package dev.atelier.domain.run;

import dev.atelier.domain.error.DomainException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a run is. */
public enum RunStatus {
    /** Nothing of it has begun. */
    PENDING,
    RUNNING,
    /** No step begins; those that had begun may still finish. */
    PAUSED,
    COMPLETED,
    /** A step has failed for good. It can be tried again from there. */
    FAILED,
    STOPPED;

    /**
     * Where a run can go from each. A run whose last steps finish, or fail, while it is paused ends; one whose
     * first step nobody can do fails before it has begun.
     */
    private static final Map<RunStatus, Set<RunStatus>> NEXT = Map.of(
            PENDING, Set.of(RUNNING, PAUSED, FAILED, STOPPED),
            RUNNING, Set.of(RUNNING, PAUSED, COMPLETED, FAILED, STOPPED),
            PAUSED, Set.of(RUNNING, COMPLETED, FAILED, STOPPED),
            FAILED, Set.of(RUNNING),
            COMPLETED, Set.of(),
            STOPPED, Set.of());

    /** Whether nothing more happens by itself. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == STOPPED;
    }

    /**
     * Checks a step from one to the other.
     *
     * @param asked what was asked, a verb
     * @throws DomainException.InvalidState when a run cannot go from here to {@code next}
     */
    void requireNext(RunStatus next, String asked) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw invalid(asked);
        }
    }

    DomainException.InvalidState invalid(String asked) {
        return new DomainException.InvalidState(name().toLowerCase(Locale.ROOT), asked);
    }
}
