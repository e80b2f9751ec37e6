package dev.atelier.application;

import dev.atelier.domain.job.Claim;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The jobs that a worker has claimed, each on a thread of its own, their leases kept alive. Never more of them are done at
 * once than it has hands; those that it has claimed ahead wait for one, and are given back when that takes too long.
 */
final class JobsInHand implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** A job claimed ahead is soon begun, or left to somebody else. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final JobRepository jobs;
    private final JobRunner runner;
    private final WorkerOptions options;
    private final Pace pace;
    private final Semaphore hands;
    private final Semaphore changes = new Semaphore(0);
    private final Map<Claim, Thread> inHand = new ConcurrentHashMap<>();
    private final Set<Claim> begun = ConcurrentHashMap.newKeySet();
    private Set<Claim> goneBefore = Set.of();
    private volatile boolean open = true;
    private volatile Runnable atEnd = () -> {};

    JobsInHand(JobRepository jobs, JobRunner runner, WorkerOptions options) {
        this.jobs = jobs;
        this.runner = runner;
        this.options = options;
        this.pace = new Pace(options.concurrency(), options.aheadMax());
        this.hands = new Semaphore(options.concurrency(), true);
    }

    /** Has {@code action} done whenever a job is out of hand. */
    void atEnd(Runnable action) {
        atEnd = action;
    }

    /** How many jobs there are. */
    int count() {
        return inHand.size();
    }

    /** How many jobs more may be claimed. */
    int room() {
        return Math.max(0, options.concurrency() + pace.ahead() - inHand.size());
    }

    /** Waits until it is worth while to claim more. */
    void awaitRoom() throws InterruptedException {
        while (room() <= pace.ahead() / 2) {
            changes.acquire();
            changes.drainPermits();
        }
    }

    /** Does a job as soon as a hand is free. */
    void take(Claim claim) {
        var thread = Thread.ofVirtual().name("job-" + claim.job().id().value()).unstarted(() -> doAll(claim));
        inHand.put(claim, thread);
        thread.start();
    }

    /** A job as soon as a hand is free, and with that hand the steps that the worker takes on with its end. */
    private void doAll(Claim claim) {
        var stretch = new Stretch(options.lease(), () -> open && !hands.hasQueuedThreads());
        var next = handle(claim, () -> awaitHand(claim) ? work(() -> runner.run(claim, stretch)) : Optional.empty());
        while (next.isPresent()) {
            var step = next.get();
            next = handle(step.claim(), () -> work(() -> runner.run(step, stretch)));
        }
    }

    private Optional<StepTaken> handle(Claim claim, Supplier<Optional<StepTaken>> job) {
        try (var watched = runner.watch(claim)) {
            return job.get();
        } finally {
            begun.remove(claim);
            inHand.remove(claim);
            changes.release();
            atEnd.run();
        }
    }

    /** Whether there is a hand for the job; otherwise it has been given back. */
    private boolean awaitHand(Claim claim) {
        try {
            if (hands.tryAcquire(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                begun.add(claim);
                return true;
            }
            pace.took(LONGEST_WAIT); // claims no more ahead, until jobs are short again
        } catch (InterruptedException e) { // the worker closes
        }
        runner.giveBack(claim);
        return false;
    }

    /** The hand is free before what needs none, unless it goes on with the next step. */
    private Optional<StepTaken> work(Supplier<JobRunner.Attempt> job) {
        Optional<StepTaken> next = Optional.empty();
        JobRunner.Attempt attempt;
        try {
            attempt = job.get();
            next = attempt.next();
        } finally {
            if (next.isEmpty()) {
                hands.release();
            }
        }
        next.map(StepTaken::claim).ifPresent(claim -> {
            begun.add(claim);
            inHand.put(claim, Thread.currentThread());
        });
        pace.took(attempt.took());
        runner.settle(attempt);
        return next;
    }

    /**
     * Keeps the leases of all jobs in hand alive. Who has lost its claim is told to stop, though not at once: the claim is
     * also gone when the job has just been done, and what follows that must not be cut short.
     */
    void renewLeases() {
        var claims = List.copyOf(inHand.keySet());
        var gone = new HashSet<>(claims);
        gone.removeAll(jobs.renew(claims, options.lease()));
        for (var claim : gone) {
            var thread = inHand.get(claim);
            if (thread != null && goneBefore.contains(claim)) {
                thread.interrupt();
            }
        }
        goneBefore = gone;
    }

    /**
     * Gives back what has not been begun, lets the other jobs in hand finish within the grace period, and interrupts those
     * that do not, which gives them back too.
     */
    @Override
    public void close() {
        open = false;
        inHand.forEach((claim, thread) -> {
            if (!begun.contains(claim)) {
                thread.interrupt();
            }
        });
        join(options.grace());
        inHand.values().forEach(Thread::interrupt);
        join(LAST_WORDS);
        inHand.keySet().forEach(runner::giveBack);
    }

    private void join(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (var thread : List.copyOf(inHand.values())) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
