package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.Task;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.transaction.Transactions;
import java.time.Duration;

/** Puts work where workers find it: as a row now, and as a ring of the bell once the row is committed. */
final class JobQueue {

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
        var job = Job.of(ids.job(), owner, task);
        jobs.insert(job);
        transactions.afterCommit(() -> signal.ring(job.queue()));
    }

    /** Part of the caller's transaction, too; the job is the caller's from the beginning. */
    Claim take(UserId owner, Task task, Duration lease) {
        return jobs.insertClaimed(Job.of(ids.job(), owner, task), lease);
    }
}
