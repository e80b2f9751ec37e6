package dev.atelier.port.in.job;

import dev.atelier.domain.job.Queue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a worker works.
 *
 * @param concurrency jobs at once, at least 1
 * @param queues whose jobs it does, at least one
 * @param jobsPerUser how many jobs of one user all workers together have under way at the most, at least 1; to be the same
 *     for all of them
 * @param aheadMax how many jobs it may claim that no hand is free for; it does so only when jobs are so short that they will
 *     be begun within a moment. 0 for none
 * @param lease how long a job stays with a worker that gives no sign of life; it is renewed every third of it
 * @param sweepInterval how often it looks for jobs that nobody was told of, and for leases that have run out
 * @param grace how long jobs in hand may go on when the worker is closed
 */
public record WorkerOptions(
        int concurrency,
        Set<Queue> queues,
        int jobsPerUser,
        int aheadMax,
        Duration lease,
        Duration sweepInterval,
        Duration grace) {

    public static final WorkerOptions DEFAULT = new WorkerOptions(
            8,
            EnumSet.allOf(Queue.class),
            4,
            500,
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20));

    /** @throws IllegalArgumentException when one of them is not as it must be */
    public WorkerOptions {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + concurrency);
        }
        if (queues.isEmpty()) {
            throw new IllegalArgumentException("queues must name at least one");
        }
        if (jobsPerUser < 1 || aheadMax < 0) {
            throw new IllegalArgumentException("jobsPerUser must be at least 1, aheadMax at least 0");
        }
        if (!lease.isPositive() || !sweepInterval.isPositive() || !grace.isPositive()) {
            throw new IllegalArgumentException("lease, sweepInterval and grace must be more than 0");
        }
        queues = Set.copyOf(queues);
    }

    public WorkerOptions withConcurrency(int jobsAtOnce) {
        return new WorkerOptions(jobsAtOnce, queues, jobsPerUser, aheadMax, lease, sweepInterval, grace);
    }

    public WorkerOptions withQueues(Set<Queue> some) {
        return new WorkerOptions(concurrency, some, jobsPerUser, aheadMax, lease, sweepInterval, grace);
    }

    public WorkerOptions withJobsPerUser(int jobs) {
        return new WorkerOptions(concurrency, queues, jobs, aheadMax, lease, sweepInterval, grace);
    }

    public WorkerOptions withAheadMax(int jobs) {
        return new WorkerOptions(concurrency, queues, jobsPerUser, jobs, lease, sweepInterval, grace);
    }
}
