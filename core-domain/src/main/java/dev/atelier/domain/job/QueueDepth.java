package dev.atelier.domain.job;

import java.time.Duration;

/**
 * How full a queue is.
 *
 * @param due jobs that wait and whose time has come, not counted further than {@link #COUNTED}
 * @param oldest how long ago the time of the longest waiting of them came; nothing when there is none
 * @param dead jobs that died, not counted further than {@link #COUNTED}
 */
public record QueueDepth(Queue queue, int due, Duration oldest, int dead) {

    /** Counting takes time. */
    public static final int COUNTED = 100_000;
}
