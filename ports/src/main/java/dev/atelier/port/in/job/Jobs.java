package dev.atelier.port.in.job;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;

/** What a worker process calls, and what users see of their jobs. What belongs to somebody else does not exist here. */
public interface Jobs {

    /** Starts to do jobs, on threads of its own, until the worker is closed. */
    Worker startWorker(WorkerOptions options);

    /**
     * A job of the user; one that has ended is kept for some days.
     *
     * @throws dev.atelier.domain.error.DomainException.NotFound when the user has no such job
     */
    JobRecord get(UserId user, JobId id);

    /** Newest first. */
    Page<JobRecord> list(UserId user, PageRequest request);

    /**
     * Ends a job that has not ended: what a worker does for it meanwhile does not count. The run that it is a step of fails.
     *
     * @throws dev.atelier.domain.error.DomainException.NotFound when the user has no such job
     * @throws dev.atelier.domain.error.DomainException.InvalidState when it has ended
     */
    JobRecord cancel(UserId user, JobId id);
}
