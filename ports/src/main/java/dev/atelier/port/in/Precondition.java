package dev.atelier.port.in;

import java.util.Optional;
import java.util.Set;

/**
 * Under which condition a thing may be changed: as long as nobody else has changed it since the caller looked.
 */
public final class Precondition {

    private static final Precondition NONE = new Precondition(Optional.empty());

    private final Optional<Set<Long>> revisions;

    private Precondition(Optional<Set<Long>> revisions) {
        this.revisions = revisions;
    }

    /** Whatever its revision is. */
    public static Precondition none() {
        return NONE;
    }

    /** As long as its revision is one of these. */
    public static Precondition revisionIn(Set<Long> revisions) {
        return new Precondition(Optional.of(Set.copyOf(revisions)));
    }

    public boolean admits(long revision) {
        return revisions.map(admitted -> admitted.contains(revision)).orElse(true);
    }
}
