package dev.atelier.application;

import java.time.Duration;

/**
 * How fast the jobs of a worker have been lately, and thus how many it may claim before it has a hand for them: as many as it
 * will begin within a moment. For jobs of seconds that is none.
 */
final class Pace {

    private static final Duration MOMENT = Duration.ofMillis(50);

    /** What the last job counts for, against all before it. */
    private static final double WEIGHT = 0.1;

    private final int concurrency;
    private final int most;
    private double average = MOMENT.toNanos();

    Pace(int concurrency, int most) {
        this.concurrency = concurrency;
        this.most = most;
    }

    synchronized void took(Duration time) {
        average += WEIGHT * (time.toNanos() - average);
    }

    synchronized int ahead() {
        double within = concurrency * (double) MOMENT.toNanos() / Math.max(1, average);
        return (int) Math.clamp(within - concurrency, 0, most);
    }
}
