package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.job.JobRepository;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompletionsTest {

    private final TestCore test = new TestCore();

    @Test
    void jobs_that_are_done_while_others_are_stored_are_stored_together() {
        var calls = new AtomicInteger();
        var storing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var completions = new Completions(Calls.before(JobRepository.class, test.adapters.jobs(), "complete", () -> {
            calls.incrementAndGet();
            storing.countDown();
            awaitQuietly(goOn);
        }));
        var claims = claims(101);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> completions.complete(claims.getFirst()), executor);
            awaitQuietly(storing);
            var came = new CountDownLatch(100);
            var others = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                came.countDown();
                                return completions.complete(claims.get(i));
                            },
                            executor))
                    .toList();
            awaitQuietly(came);
            TestCore.awaitThat(() -> completions.waiting() == 100);
            goOn.countDown();

            assertTrue(first.join());
            others.forEach(other -> assertTrue(other.join()));
        }
        assertEquals(2, calls.get());
    }

    @Test
    void who_has_lost_its_claim_is_told_so() {
        var claims = claims(1);
        test.adapters.jobs().giveBack(claims.getFirst());

        assertFalse(new Completions(test.adapters.jobs()).complete(claims.getFirst()));
    }

    @Test
    void a_failure_reaches_whoever_waits_for_what_failed_and_nobody_after() {
        var completions = new Completions(
                Calls.failing(JobRepository.class, test.adapters.jobs(), "complete", new AtomicInteger(1)));
        var claim = claims(1).getFirst();

        assertThrows(PortFailure.Retryable.class, () -> completions.complete(claim));
        assertTrue(completions.complete(claim));
    }

    private List<Claim> claims(int count) {
        for (int i = 0; i < count; i++) {
            test.adapters
                    .jobs()
                    .insert(new Job(
                            new JobId(UUID.randomUUID()),
                            test.ada,
                            Queue.BULK,
                            new Task.RemoveDeletedFiles(),
                            Optional.empty()));
        }
        return test.adapters
                .jobs()
                .claimDue(EnumSet.allOf(Queue.class), count, count, Duration.ofMinutes(1))
                .claims();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
