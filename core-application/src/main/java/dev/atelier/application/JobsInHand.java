package dev.atelier.application;

import dev.atelier.domain.job.Claim;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The jobs that a worker is doing: never more than it has hands, each on a thread of its own, their leases kept alive. */
final class JobsInHand implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JobsInHand.class.getName());
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final JobRepository jobs;
    private final JobRunner runner;
    private final WorkerOptions options;
    private final Semaphore free;
    private final Map<Claim, Thread> inHand = new ConcurrentHashMap<>();
    private Set<Claim> goneBefore = Set.of();

    JobsInHand(JobRepository jobs, JobRunner runner, WorkerOptions options) {
        this.jobs = jobs;
        this.runner = runner;
        this.options = options;
        this.free = new Semaphore(options.concurrency());
    }

    /** Waits until at least one hand is free, and reserves all that are. */
    int reserve() throws InterruptedException {
        free.acquire();
        return 1 + free.drainPermits();
    }

    /** Gives back hands that were reserved and not needed. */
    void release(int hands) {
        free.release(hands);
    }

    /** Does a job with a hand that was reserved. */
    void take(Claim claim) {
        var thread = Thread.ofVirtual().name("job-" + claim.job().id().value()).unstarted(() -> work(claim));
        inHand.put(claim, thread);
        thread.start();
    }

    private void work(Claim claim) {
        try {
            runner.run(claim);
        } finally {
            inHand.remove(claim);
            free.release();
        }
    }

    /**
     * Keeps the leases of all jobs in hand alive. Who has lost its claim is told to stop, though not at once: the claim is
     * also gone when the job has just been done, and what follows that must not be cut short.
     */
    void renewLeases() {
        var gone = new HashSet<Claim>();
        for (var entry : inHand.entrySet()) {
            if (!jobs.renew(entry.getKey(), options.lease())) {
                gone.add(entry.getKey());
                if (goneBefore.contains(entry.getKey())) {
                    entry.getValue().interrupt();
                }
            }
        }
        goneBefore = gone;
    }

    /** Lets the jobs in hand finish within the grace period; those that do not are interrupted and given back. */
    @Override
    public void close() {
        join(options.grace());
        inHand.values().forEach(Thread::interrupt);
        join(LAST_WORDS);
        inHand.keySet().forEach(this::giveBack);
    }

    private void join(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (var thread : new ArrayList<>(inHand.values())) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void giveBack(Claim claim) {
        try {
            jobs.giveBack(claim);
        } catch (PortFailure e) {
            LOG.log(
                    Level.WARNING,
                    () -> "job %s is left to its lease: %s"
                            .formatted(claim.job().id().value(), e.getMessage()));
        }
    }
}
