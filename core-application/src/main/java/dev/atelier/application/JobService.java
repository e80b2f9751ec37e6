package dev.atelier.application;

import dev.atelier.port.in.job.Jobs;
import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import java.util.List;

final class JobService implements Jobs {

    private final JobRepository jobs;
    private final JobSignal signal;
    private final JobRunner runner;
    private final IdempotencyService idempotency;
    private final DailySweep files;

    JobService(
            JobRepository jobs, JobSignal signal, JobRunner runner, IdempotencyService idempotency, DailySweep files) {
        this.jobs = jobs;
        this.signal = signal;
        this.runner = runner;
        this.idempotency = idempotency;
        this.files = files;
    }

    @Override
    public Worker startWorker(WorkerOptions options) {
        var hands = new JobsInHand(jobs, runner, options);
        return new JobWorker(
                hands,
                List.of(
                        Loop.start("jobs-take", new JobTaking(jobs, signal, hands, options)),
                        Loop.every(options.lease().dividedBy(3), "jobs-renew", hands::renewLeases),
                        Loop.every(options.sweepInterval(), "jobs-sweep", new JobSweep(jobs, signal, options)),
                        Loop.every(DailySweep.ASKING_INTERVAL, "files-sweep", files),
                        Loop.every(
                                IdempotencyService.CLEANING_INTERVAL,
                                "idempotency-clean",
                                idempotency::removeExpired)));
    }
}
