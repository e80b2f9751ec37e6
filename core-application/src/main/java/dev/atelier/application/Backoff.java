package dev.atelier.application;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: twice as long each time, and never all at the same moment. */
record Backoff(Duration first, Duration longest) {

    /** @param attempt how often it has been tried, from 1 */
    Duration after(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 30);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }
}
