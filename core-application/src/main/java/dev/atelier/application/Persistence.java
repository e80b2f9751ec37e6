package dev.atelier.application;

import dev.atelier.port.PortFailure;
import java.time.Duration;

/** Stores what has cost something, also when the database is away for a moment. */
final class Persistence {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private Persistence() {}

    /**
     * Does {@code transaction} until it succeeds, fails for good, or patience ends. It must guard itself against being done
     * twice: when the answer to a commit is lost it may have been.
     */
    static void persist(Runnable transaction) throws InterruptedException {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.run();
                return;
            } catch (PortFailure.Retryable | PortFailure.OutcomeUnknown e) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw e;
                }
            }
            Thread.sleep(BACKOFF.after(attempt));
        }
    }
}
