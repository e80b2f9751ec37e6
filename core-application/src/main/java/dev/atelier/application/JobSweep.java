package dev.atelier.application;

import dev.atelier.domain.job.JobId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** One round: frees jobs whose worker gives no sign of life, and rings again for those that nobody has come for. */
final class JobSweep implements Runnable {

    private static final Logger LOG = System.getLogger(JobSweep.class.getName());
    private static final int RINGS = 100;

    private final JobRepository jobs;
    private final JobSignal signal;
    private final WorkerOptions options;

    JobSweep(JobRepository jobs, JobSignal signal, WorkerOptions options) {
        this.jobs = jobs;
        this.signal = signal;
        this.options = options;
    }

    @Override
    public void run() {
        int released = jobs.releaseExpired();
        if (released > 0) {
            LOG.log(Level.WARNING, () -> "%d jobs were left behind by their workers".formatted(released));
        }
        var overdue = jobs.listOverdue(options.sweepInterval(), RINGS);
        if (!overdue.isEmpty()) {
            ring(overdue);
        }
    }

    private void ring(List<JobId> overdue) {
        try {
            signal.ring(overdue);
        } catch (PortFailure e) {
            LOG.log(Level.DEBUG, () -> "workers find overdue jobs by themselves: " + e.getMessage());
        }
    }
}
