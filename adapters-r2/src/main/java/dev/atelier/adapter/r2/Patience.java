package dev.atelier.adapter.r2;

import java.time.Duration;

/**
 * How long the storage is waited for.
 *
 * @param silence between two bytes of an answer
 * @param attempt for one request to be answered, its body included
 * @param call for all attempts of a call together
 * @param stream for an upload that is passed on as its client sends it, as long as there is progress
 */
record Patience(Duration silence, Duration attempt, Duration call, Duration stream) {

    /** A part gets through at 1.4 Mbit/s, and a proxy in front of us still waits when we do not any more. */
    static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofHours(24));
}
