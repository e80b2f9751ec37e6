package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.JobId;
import dev.atelier.port.out.job.JobSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link JobSignal}. */
@Timeout(120)
public abstract class JobSignalContract {

    /** How long "soon" is when a machine is busy. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration LONG = Duration.ofSeconds(60);

    private Optional<JobSignal> opened = Optional.empty();

    /** A bell that nobody has rung and nobody else uses during the test. Called once a test. */
    protected abstract JobSignal signal();

    @BeforeEach
    final void openSignal() {
        opened = Optional.of(signal());
    }

    private JobSignal bell() {
        return opened.orElseThrow();
    }

    @Test
    void whoeverWaitsIsToldWhenItRings() {
        var job = newJob();
        var waiting = Concurrently.start(() -> bell().await(10, LONG));
        Concurrently.assertWaits(waiting);
        bell().ring(List.of(job));

        assertEquals(List.of(job), Concurrently.result(waiting));
    }

    @Test
    void whoeverComesAfterItRangIsToldAtOnce() {
        var job = newJob();
        bell().ring(List.of(job));

        assertEquals(List.of(job), bell().await(10, LONG));
    }

    @Test
    void jobsAreToldInTheOrderInWhichTheyWereRung() {
        var jobs = newJobs(10);
        bell().ring(jobs.subList(0, 4));
        bell().ring(jobs.subList(4, 5));
        bell().ring(jobs.subList(5, 10));

        assertEquals(jobs, awaitAll(10, 10));
    }

    @Test
    void noMoreJobsAreToldThanWanted() {
        var jobs = newJobs(5);
        bell().ring(jobs);

        assertEquals(jobs.subList(0, 2), bell().await(2, LONG));
        assertEquals(jobs.subList(2, 3), bell().await(1, LONG));
        assertEquals(jobs.subList(3, 5), bell().await(2, LONG));
    }

    @Test
    void aJobThatIsRungAgainIsToldAgain() {
        var job = newJob();
        bell().ring(List.of(job));
        assertEquals(List.of(job), bell().await(1, LONG));
        bell().ring(List.of(job));

        assertEquals(List.of(job), bell().await(1, LONG));
    }

    @Test
    void ringingForNothingTellsNothing() {
        bell().ring(List.of());

        assertEquals(List.of(), bell().await(10, Duration.ofMillis(50)));
    }

    @Test
    void nothingIsToldWhenTheTimeIsOver() {
        var patience = Duration.ofMillis(700);
        long start = System.nanoTime();

        assertEquals(List.of(), bell().await(10, patience));
        var waited = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(waited.compareTo(patience.minusMillis(50)) >= 0, () -> "only " + waited);
        assertTrue(waited.compareTo(SOON) < 0, () -> "as long as " + waited);
    }

    @Test
    void whoeverHasNoPatienceDoesNotWait() {
        for (var patience : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofMillis(1))) {
            long start = System.nanoTime();

            assertEquals(List.of(), bell().await(10, patience));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(SOON) < 0);
        }
    }

    @Test
    void eachRingReachesOne() {
        var jobs = newJobs(100);
        var told = new ConcurrentLinkedQueue<JobId>();
        var listeners = Stream.generate(() -> Concurrently.start(() -> {
                    while (told.size() < jobs.size()) {
                        told.addAll(bell().await(7, Duration.ofMillis(100)));
                    }
                    return true;
                }))
                .limit(4)
                .toList();
        jobs.forEach(job -> bell().ring(List.of(job)));
        listeners.forEach(Concurrently::result);

        assertEquals(jobs.size(), told.size());
        assertEquals(new HashSet<>(jobs), new HashSet<>(told));
    }

    @Test
    void ofManyWhoWaitOneIsTold() {
        var told = new ConcurrentLinkedQueue<JobId>();
        var waiting = Stream.generate(() -> Concurrently.start(() -> {
                    var jobs = bell().await(10, Duration.ofSeconds(2));
                    told.addAll(jobs);
                    return jobs.size();
                }))
                .limit(4)
                .toList();
        bell().ring(List.of(newJob()));

        assertEquals(1, waiting.stream().mapToInt(Concurrently::result).sum());
        assertEquals(1, told.size());
    }

    @Test
    void ringingFromManyThreadsLosesNothing() {
        var rung = Concurrently.all(8, () -> {
            var jobs = newJobs(10);
            jobs.forEach(job -> bell().ring(List.of(job)));
            return jobs;
        });
        var expected = new HashSet<JobId>();
        rung.forEach(expected::addAll);

        assertEquals(expected, new HashSet<>(awaitAll(80, 9)));
    }

    @Test
    void whoeverIsInterruptedReturnsSoonWithTheStatusSet() {
        var outcome = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            bell().await(10, LONG);
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
            bell().await(10, LONG);
            outcome.complete(Thread.currentThread().isInterrupted());
        });

        assertTrue(Concurrently.result(outcome));
    }

    @Test
    void anInterruptionHarmsNobodyElse() {
        var thread = Thread.ofVirtual().start(() -> bell().await(10, LONG));
        thread.interrupt();
        Concurrently.await("the end of the one interrupted", () -> !thread.isAlive());
        var job = newJob();
        bell().ring(List.of(job));

        assertEquals(List.of(job), bell().await(1, LONG));
    }

    /** The jobs of as many calls as it takes. */
    private List<JobId> awaitAll(int count, int limit) {
        var jobs = new ArrayList<JobId>();
        while (jobs.size() < count) {
            var told = bell().await(limit, SOON);
            assertTrue(!told.isEmpty(), "there should have been more");
            jobs.addAll(told);
        }
        return jobs;
    }

    private static JobId newJob() {
        return new JobId(Samples.newId());
    }

    private static List<JobId> newJobs(int count) {
        return Stream.generate(JobSignalContract::newJob).limit(count).toList();
    }
}
