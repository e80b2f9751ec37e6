package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Queue;
import dev.atelier.port.out.job.JobSignal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link JobSignal}. */
@Timeout(120)
public abstract class JobSignalContract {

    private static final Set<Queue> ALL = EnumSet.allOf(Queue.class);
    private static final Set<Queue> BULK = Set.of(Queue.BULK);

    /** How long "soon" is when a machine is busy. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(100);

    private Optional<JobSignal> opened = Optional.empty();

    /** Bells that nobody has rung and nobody else uses during the test. Called once a test. */
    protected abstract JobSignal signal();

    @BeforeEach
    final void openSignal() {
        opened = Optional.of(signal());
    }

    private JobSignal bells() {
        return opened.orElseThrow();
    }

    @Test
    void whoeverWaitsIsToldWhenItRings() {
        for (var queue : Queue.values()) {
            var waiting = Concurrently.start(() -> bells().await(ALL, LONG));
            Concurrently.assertWaits(waiting);
            bells().ring(queue);

            assertTrue(Concurrently.result(waiting));
        }
    }

    @Test
    void whoeverComesAfterItRangIsToldAtOnce() {
        bells().ring(Queue.BULK);

        assertTrue(bells().await(ALL, LONG));
    }

    @Test
    void whoeverWaitsForOtherQueuesIsNotToldAndTakesNothingAway() {
        bells().ring(Queue.BULK);

        assertFalse(bells().await(Set.of(Queue.INTERACTIVE), SHORT));
        assertTrue(bells().await(BULK, LONG));
    }

    @Test
    void whatHasBeenHeardDoesNotRingAgain() {
        bells().ring(Queue.BULK);
        assertTrue(bells().await(ALL, LONG));

        assertFalse(bells().await(ALL, SHORT));
        bells().ring(Queue.BULK);
        assertTrue(bells().await(ALL, LONG));
    }

    @Test
    void manyRingsAreHeardInAFewCalls() {
        for (int i = 0; i < 1_000; i++) {
            bells().ring(i % 2 == 0 ? Queue.BULK : Queue.INTERACTIVE);
        }
        int heard = 0;
        while (bells().await(ALL, SHORT)) {
            heard++;
        }
        assertTrue(heard >= 1 && heard <= 10, "heard " + heard);
    }

    @Test
    void nothingIsToldWhenTheTimeIsOver() {
        var patience = Duration.ofMillis(700);
        long start = System.nanoTime();

        assertFalse(bells().await(ALL, patience));
        var waited = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(waited.compareTo(patience.minusMillis(50)) >= 0, () -> "only " + waited);
        assertTrue(waited.compareTo(SOON) < 0, () -> "as long as " + waited);
    }

    @Test
    void whoeverHasNoPatienceDoesNotWait() {
        for (var patience : Stream.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofMillis(1))
                .toList()) {
            long start = System.nanoTime();

            assertFalse(bells().await(ALL, patience));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(SOON) < 0);
        }
    }

    @Test
    void ofManyWhoWaitOneIsTold() {
        var waiting = Stream.generate(() -> Concurrently.start(() -> bells().await(ALL, Duration.ofSeconds(2))))
                .limit(4)
                .toList();
        bells().ring(Queue.BULK);

        assertEquals(1, waiting.stream().filter(Concurrently::result).count());
    }

    @Test
    void ringingFromManyThreadsIsHeard() {
        Concurrently.all(8, () -> {
            bells().ring(Queue.INTERACTIVE);
            return true;
        });

        assertTrue(bells().await(ALL, LONG));
    }

    @Test
    void whoeverIsInterruptedReturnsSoonWithTheStatusSet() {
        var outcome = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            bells().await(ALL, LONG);
            outcome.complete(Thread.currentThread().isInterrupted());
        });
        Concurrently.assertWaits(outcome);
        long start = System.nanoTime();
        thread.interrupt();

        assertTrue(Concurrently.result(outcome));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(SOON) < 0);
    }

    @Test
    void whoeverIsInterruptedAlreadyReturnsSoonWithTheStatusSet() {
        var outcome = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            bells().await(ALL, LONG);
            outcome.complete(Thread.currentThread().isInterrupted());
        });

        assertTrue(Concurrently.result(outcome));
    }

    @Test
    void anInterruptionHarmsNobodyElse() {
        var thread = Thread.ofVirtual().start(() -> bells().await(ALL, LONG));
        thread.interrupt();
        Concurrently.await("the end of the one interrupted", () -> !thread.isAlive());
        bells().ring(Queue.BULK);

        assertTrue(bells().await(ALL, LONG));
    }
}
