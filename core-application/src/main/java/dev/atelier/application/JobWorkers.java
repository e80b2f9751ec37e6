package dev.atelier.application;

import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import java.util.List;

/** Starts workers. */
final class JobWorkers {

    private final JobRepository jobs;
    private final JobSignal signal;
    private final JobRunner runner;
    private final JobSweep sweep;
    private final DailySweep files;
    private final PendingSweep pending;
    private final IdempotencyService idempotency;
    private final CallsUnderWay calls;

    JobWorkers(
            JobRepository jobs,
            JobSignal signal,
            JobRunner runner,
            JobSweep sweep,
            DailySweep files,
            PendingSweep pending,
            IdempotencyService idempotency,
            CallsUnderWay calls) {
        this.jobs = jobs;
        this.signal = signal;
        this.runner = runner;
        this.sweep = sweep;
        this.files = files;
        this.pending = pending;
        this.idempotency = idempotency;
        this.calls = calls;
    }

    Worker start(WorkerOptions options) {
        var hands = new JobsInHand(jobs, runner, options);
        var taking = new JobTaking(jobs, signal, hands, options);
        return new JobWorker(
                taking,
                hands,
                List.of(
                        Loop.start("jobs-take", taking),
                        Loop.every(options.lease().dividedBy(3), "jobs-renew", hands::renewLeases),
                        Loop.every(CallsUnderWay.INTERVAL, "calls-cut-off", calls::cutOffStopped),
                        Loop.every(options.sweepInterval(), "jobs-release", sweep::release),
                        Loop.every(JobSweep.CLEANING_INTERVAL, "jobs-clean", sweep::clean),
                        Loop.every(DailySweep.ASKING_INTERVAL, "files-sweep", files),
                        Loop.every(PendingSweep.INTERVAL, "documents-pending", pending),
                        Loop.every(
                                IdempotencyService.CLEANING_INTERVAL,
                                "idempotency-clean",
                                idempotency::removeExpired)));
    }
}
