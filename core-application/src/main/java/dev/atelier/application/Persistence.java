package dev.atelier.application;

import dev.atelier.port.PortFailure;
import java.time.Duration;
import java.util.function.Supplier;

/** Stores what has cost something, also when database or storage are away for a moment. */
final class Persistence {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private Persistence() {}

    /** The same as {@link #persisted} for what gives nothing. */
    static void persist(Runnable store) throws InterruptedException {
        persisted(() -> {
            store.run();
            return true;
        });
    }

    /**
     * Does {@code store} until it succeeds, fails for good, or patience ends. It must guard itself against being done twice:
     * when the answer is lost it may have been done.
     */
    static <T> T persisted(Supplier<T> store) throws InterruptedException {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return store.get();
            } catch (PortFailure.Retryable | PortFailure.OutcomeUnknown e) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw e;
                }
            }
            Thread.sleep(BACKOFF.after(attempt));
        }
    }
}
