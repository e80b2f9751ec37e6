package dev.atelier.application;

import dev.atelier.domain.job.Claim;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One round: as many jobs as there are free hands, as soon as the bell rings; while it is broken, what the table has. */
final class JobTaking implements Loop.Round {

    private static final Logger LOG = System.getLogger(JobTaking.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final JobRepository jobs;
    private final JobSignal signal;
    private final JobsInHand hands;
    private final WorkerOptions options;
    private boolean bellBroken;

    JobTaking(JobRepository jobs, JobSignal signal, JobsInHand hands, WorkerOptions options) {
        this.jobs = jobs;
        this.signal = signal;
        this.hands = hands;
        this.options = options;
    }

    @Override
    public void go() throws InterruptedException {
        int reserved = hands.reserve();
        int taken = 0;
        try {
            for (var claim : claim(reserved)) {
                hands.take(claim);
                taken++;
            }
        } finally {
            hands.release(reserved - taken);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private List<Claim> claim(int limit) throws InterruptedException {
        try {
            var rung = signal.await(limit, PATIENCE);
            bellBroken = false;
            return rung.stream()
                    .map(job -> jobs.claim(job, options.lease()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (PortFailure e) {
            if (e.service() != PortFailure.Service.QUEUE) {
                throw e;
            }
            return poll(limit, e);
        }
    }

    private List<Claim> poll(int limit, PortFailure e) throws InterruptedException {
        if (!bellBroken) {
            LOG.log(Level.WARNING, () -> "the queue is away, jobs are looked for in the database: " + e.getMessage());
        }
        bellBroken = true;
        var due = jobs.claimDue(limit, options.lease());
        if (due.isEmpty()) {
            Thread.sleep(POLL_INTERVAL);
        }
        return due;
    }
}
