package dev.atelier.port.in.job;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param concurrency jobs at once, at least 1
 * @param lease how long a job stays with a worker that gives no sign of life; it is renewed every third of it
 * @param sweepInterval how often it looks for jobs that nobody was told of, and for leases that have run out
 * @param grace how long jobs in hand may go on when the worker is closed
 */
public record WorkerOptions(int concurrency, Duration lease, Duration sweepInterval, Duration grace) {

    public static final WorkerOptions DEFAULT =
            new WorkerOptions(8, Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofSeconds(20));

    /** @throws IllegalArgumentException when one of them is not above 0 */
    public WorkerOptions {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + concurrency);
        }
        if (!lease.isPositive() || !sweepInterval.isPositive() || !grace.isPositive()) {
            throw new IllegalArgumentException("lease, sweepInterval and grace must be more than 0");
        }
    }

    public WorkerOptions withConcurrency(int jobsAtOnce) {
        return new WorkerOptions(jobsAtOnce, lease, sweepInterval, grace);
    }
}
