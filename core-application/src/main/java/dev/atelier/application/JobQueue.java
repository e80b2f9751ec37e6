package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.Task;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.transaction.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Puts work where workers find it: as a row now, and as a ring of the bell once the row is committed. */
final class JobQueue {

    private static final Logger LOG = System.getLogger(JobQueue.class.getName());

    private final JobRepository jobs;
    private final JobSignal signal;
    private final Transactions transactions;
    private final Ids ids;

    JobQueue(JobRepository jobs, JobSignal signal, Transactions transactions, Ids ids) {
        this.jobs = jobs;
        this.signal = signal;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Part of the caller's transaction: there is a job if and only if there is what caused it. */
    void enqueue(UserId owner, Task task) {
        var job = new Job(ids.job(), owner, task);
        jobs.insert(job);
        transactions.afterCommit(() -> ring(job));
    }

    private void ring(Job job) {
        try {
            signal.ring(List.of(job.id()));
        } catch (PortFailure e) {
            LOG.log(
                    Level.WARNING,
                    () -> "job %s waits for the sweeper: %s".formatted(job.id().value(), e.getMessage()));
        }
    }
}
