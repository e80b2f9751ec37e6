package dev.atelier.web;

import java.time.Duration;

/**
 * How long to wait for a service, and how often to try.
 *
 * @param connect for a connection to be made
 * @param silence for the next bytes of an answer, the first included
 * @param total for a call with everything, repetitions included
 * @param repetitions how often a call is made again at most, where {@link WebService#call} says that it is
 */
public record Patience(Duration connect, Duration silence, Duration total, int repetitions) {

    /** 5 s for a connection, a minute of silence, 5 minutes altogether, 2 repetitions. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(5), 2);

    /** @throws IllegalArgumentException when a time is not above 0, or the number is below 0 or above 10 */
    public Patience {
        if (!connect.isPositive() || !silence.isPositive() || !total.isPositive()) {
            throw new IllegalArgumentException("every time is above 0");
        }
        if (repetitions < 0 || repetitions > 10) {
            throw new IllegalArgumentException("repetitions are from 0 to 10, not " + repetitions);
        }
    }

    public Patience withTotal(Duration limit) {
        return new Patience(connect, silence, limit, repetitions);
    }

    public Patience withSilence(Duration limit) {
        return new Patience(connect, limit, total, repetitions);
    }
}
