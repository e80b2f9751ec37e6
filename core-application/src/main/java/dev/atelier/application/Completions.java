package dev.atelier.application;

import dev.atelier.domain.job.Claim;
import dev.atelier.port.out.job.JobRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stores that jobs are done, several at once when several are done at once: whoever comes first waits for a moment, stores its
 * own and all that have come by then, while those that come later wait for their turn.
 */
final class Completions {

    private static final int BATCH = 500;

    /** Jobs that were claimed together and are short are done together; nobody waits for the end of one. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private record Waiting(Claim claim, CompletableFuture<Boolean> held) {}

    private final JobRepository jobs;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    Completions(JobRepository jobs) {
        this.jobs = jobs;
    }

    /**
     * Returns when it is stored; whether the claim held.
     *
     * @throws dev.atelier.port.PortFailure when it cannot be stored
     */
    boolean complete(Claim claim) {
        var mine = new Waiting(claim, new CompletableFuture<>());
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.held().isDone()) {
                LockSupport.parkNanos(MOMENT.toNanos());
            }
            while (!mine.held().isDone()) {
                storeSome();
            }
        } finally {
            turn.unlock();
        }
        return outcome(mine);
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    private void storeSome() {
        var batch = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = batch.size() < BATCH ? waiting.poll() : null) {
            batch.add(next);
        }
        store(batch);
    }

    private void store(List<Waiting> batch) {
        Set<Claim> held;
        try {
            held = jobs.complete(batch.stream().map(Waiting::claim).toList());
        } catch (RuntimeException e) {
            batch.forEach(each -> each.held().completeExceptionally(e));
            return;
        }
        batch.forEach(each -> each.held().complete(held.contains(each.claim())));
    }

    private static boolean outcome(Waiting stored) {
        if (stored.held().isCompletedExceptionally()
                && stored.held().exceptionNow() instanceof RuntimeException failure) {
            throw failure;
        }
        return stored.held().resultNow();
    }
}
