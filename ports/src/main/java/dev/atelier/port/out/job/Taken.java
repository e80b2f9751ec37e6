package dev.atelier.port.out.job;

import dev.atelier.domain.job.Claim;
import java.util.List;

/**
 * What somebody who asked for jobs got.
 *
 * @param claims in the order in which they are to be done
 * @param left what waits, its time come, and was not given
 */
public record Taken(List<Claim> claims, Left left) {

    public Taken {
        claims = List.copyOf(claims);
    }

    /** What is left. */
    public enum Left {
        NOTHING,

        /** Jobs that may not be claimed now, because their owners have as many under way as they may. */
        HELD_BACK,

        /** Jobs that may be claimed at once. */
        MORE
    }
}
