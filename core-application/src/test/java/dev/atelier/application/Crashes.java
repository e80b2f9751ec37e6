package dev.atelier.application;

import dev.atelier.port.out.transaction.Transactions;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Ends workers at once, between any two of their effects: what was going on in their heads is lost, their jobs stay claimed. */
final class Crashes {

    /** Nobody catches it but who waits for the end of the thread. */
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private final Random random;
    private final double probability;
    private final AtomicInteger left;

    /** @param most after so many there are no more, so that runs come to an end */
    Crashes(long seed, double probability, int most) {
        this.random = new Random(seed);
        this.probability = probability;
        this.left = new AtomicInteger(most);
    }

    /** There may be one here, in a thread that does a job. */
    void perhaps() {
        if (Thread.currentThread().getName().startsWith("job-") && happens() && left.getAndDecrement() > 0) {
            Thread.currentThread().setUncaughtExceptionHandler((thread, crash) -> {});
            throw new Crash();
        }
    }

    private synchronized boolean happens() {
        return random.nextDouble() < probability;
    }

    /** How many there were, of that many at most. */
    int count(int most) {
        return most - Math.max(0, left.get());
    }

    /** {@code real}, whose transactions may be undone by a crash, and be followed by one. */
    Transactions around(Transactions real) {
        return new Transactions() {
            @Override
            public <T> T execute(Supplier<T> work) {
                T result = real.execute(() -> {
                    T done = work.get();
                    perhaps();
                    return done;
                });
                perhaps();
                return result;
            }

            @Override
            public void afterCommit(Runnable action) {
                real.afterCommit(action);
            }
        };
    }
}
