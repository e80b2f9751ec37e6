package dev.atelier.bench.jobs;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.JobId;
import dev.atelier.port.out.job.JobObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** When jobs were committed, and when they began. */
final class Starts implements JobObserver {

    private final Map<JobId, Long> committedAt = new ConcurrentHashMap<>();
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger done = new AtomicInteger();

    void committed(JobId job) {
        committedAt.put(job, System.nanoTime());
    }

    @Override
    public Scope begin(Claim claim) {
        var since = committedAt.remove(claim.job().id());
        if (since != null) {
            waits.add(System.nanoTime() - since);
        }
        return () -> {};
    }

    @Override
    public void ended(Claim claim, Outcome outcome, Duration took) {
        if (outcome != Outcome.DONE) {
            throw new IllegalStateException("a job was not done but " + outcome);
        }
        done.incrementAndGet();
    }

    int done() {
        return done.get();
    }

    /** In milliseconds. */
    double percentile(double percent) {
        var sorted = waits.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1) / 1e6;
    }
}
