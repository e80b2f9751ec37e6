package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Things done by several threads, with a limit to all waiting. */
final class Concurrently {

    /** How long something may take that is bound to happen. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** How long something is watched that must not happen; if it would, it would long before. */
    private static final Duration WATCH = Duration.ofMillis(300);

    private static final Duration INTERVAL = Duration.ofMillis(10);

    private Concurrently() {}

    /** Begins {@code work} on another thread. */
    static <T> Future<T> start(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** What {@code work} came to. */
    static <T> T result(Future<T> work) {
        try {
            return work.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not finished within " + LIMIT, e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on another thread", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Does the same on that many threads at once. */
    static <T> List<T> all(int threads, Supplier<T> work) {
        var barrier = new CyclicBarrier(threads);
        var begun = Stream.generate(() -> start(() -> {
                    meet(barrier);
                    return work.get();
                }))
                .limit(threads)
                .toList();
        return begun.stream().map(Concurrently::result).toList();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the threads did not come together", e);
        }
    }

    /** Checks that {@code work} cannot go on for now. */
    static void assertWaits(Future<?> work) {
        assertFalse(finishes(work), "should have waited");
    }

    /** Whether {@code work} comes to its end by itself, soon. */
    static boolean finishes(Future<?> work) {
        try {
            work.get(WATCH.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for something that is bound to happen. */
    static void await(CountDownLatch latch) {
        await("the other thread", () -> latch.getCount() == 0);
    }

    /** Gives something the time to happen that will not when it is made to wait for us. */
    static void awaitOrGoOn(CountDownLatch latch) {
        try {
            boolean ignored = latch.await(WATCH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until {@code condition} holds. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("within " + LIMIT + " it did not come to this: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
