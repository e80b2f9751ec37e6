package dev.atelier.application;

import dev.atelier.domain.job.Claim;

/** Another worker has the job now; whatever this one was about to write must not be written. */
final class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ClaimLostException(Claim claim) {
        super("job %s was taken over; attempt %d does not count"
                .formatted(claim.job().id().value(), claim.attempt()));
    }

    /** Thrown inside of a transaction, this undoes it. */
    static void unless(boolean holds, Claim claim) {
        if (!holds) {
            throw new ClaimLostException(claim);
        }
    }
}
