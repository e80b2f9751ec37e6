package dev.atelier.port.out.job;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The jobs of {@link JobRepository}, as their owners and operators know them. Jobs that have ended are kept until they are
 * removed.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface JobRecords {

    /** The job; empty when the owner has none of that id. */
    Optional<JobRecord> find(UserId owner, JobId id);

    /** The job, whoever it belongs to. */
    Optional<JobRecord> find(JobId id);

    /** The jobs of an owner, newest first. */
    Page<JobRecord> list(UserId owner, PageRequest request);

    /** Up to {@code limit} jobs of all owners that {@code filter} lets through, those first that something happened to last. */
    List<JobRecord> list(JobFilter filter, int limit);

    /**
     * Ends a job that waits or is claimed: it is cancelled, and a claim of it holds no more.
     *
     * @return whether there was such a job
     */
    boolean cancel(JobId id);

    /**
     * Lets a dead job wait again, to be claimed at once, as if it had never been tried; its error is kept until it is done.
     * When its owner has another job with its key that waits or is claimed, nothing changes: that one will do.
     *
     * @return whether it waits again
     */
    boolean revive(JobId id);

    /** Removes a job whatever its state; returns whether there was one. */
    boolean remove(JobId id);

    /**
     * Removes up to {@code limit} jobs that were done or cancelled at least {@code finished} ago, and as many that died at least
     * {@code dead} ago; returns how many.
     */
    int removeEnded(Duration finished, Duration dead, int limit);

    /** How full the queues are, one entry for each queue there is, in their order. */
    List<QueueDepth> depths();
}
