package dev.atelier.bench.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Several who do the same at once. */
final class Threads {

    static final int COUNT = 8;

    /** What each of them does. */
    @FunctionalInterface
    interface Work {
        void go(int thread) throws Exception;
    }

    private Threads() {}

    /** Returns when all have done it. */
    static void all(Work work) {
        var all = IntStream.range(0, COUNT)
                .mapToObj(thread -> CompletableFuture.runAsync(
                        () -> go(work, thread), task -> Thread.ofVirtual().start(task)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
    }

    private static void go(Work work, int thread) {
        try {
            work.go(thread);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
