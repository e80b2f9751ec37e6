package dev.atelier.application;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Steps of a run that a worker does one after another: it takes on what comes next together with the end of a step, instead of
 * putting it into the queue and claiming it there. Others wait in the queue meanwhile, so it lasts for a moment only: with
 * steps that take a model seconds, each goes through the queue.
 */
final class Stretch {

    /** What somebody else may have to wait longer for their turn. */
    private static final Duration MOST = Duration.ofSeconds(1);

    /** For who is no worker. */
    static final Stretch NONE = new Stretch(Duration.ZERO, () -> false);

    private final Duration lease;
    private final BooleanSupplier wanted;
    private final long begin = System.nanoTime();

    /**
     * Begins now.
     *
     * @param lease of each claim
     * @param wanted whether the worker may go on at all
     */
    Stretch(Duration lease, BooleanSupplier wanted) {
        this.lease = lease;
        this.wanted = wanted;
    }

    /** Whether another step may be taken on. */
    boolean goesOn() {
        return System.nanoTime() - begin < MOST.toNanos() && wanted.getAsBoolean();
    }

    Duration lease() {
        return lease;
    }
}
