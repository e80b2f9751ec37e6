package dev.atelier.testkit.memory;

import dev.atelier.domain.job.JobId;
import dev.atelier.port.out.job.JobSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A queue. When nobody listens for long, the oldest rings are forgotten; their jobs are in the repository. */
final class InMemoryJobSignal implements JobSignal {

    private static final int MOST_RINGS = 100_000;

    private final BlockingQueue<JobId> rings = new LinkedBlockingQueue<>(MOST_RINGS);

    @Override
    public void ring(Collection<JobId> jobs) {
        for (var job : jobs) {
            while (!rings.offer(job)) {
                rings.poll();
            }
        }
    }

    @Override
    public List<JobId> await(int limit, Duration patience) {
        var jobs = new ArrayList<JobId>();
        try {
            var first = rings.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                jobs.add(first);
                rings.drainTo(jobs, limit - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(jobs);
    }
}
