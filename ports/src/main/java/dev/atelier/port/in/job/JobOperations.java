package dev.atelier.port.in.job;

import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.QueueDepth;
import java.util.List;

/** What an operator may do to the jobs of all users. */
public interface JobOperations {

    /** Up to {@code limit} jobs, those first that something happened to last. */
    List<JobRecord> list(JobFilter filter, int limit);

    /** Lets a dead job be tried again; returns whether it will be: there is none, or another one does the same already. */
    boolean retry(JobId id);

    /** Lets all dead jobs be tried again that can be; returns how many. */
    int retryAllDead();

    /**
     * Removes a job; returns whether there was one. The run that it is a step of fails, unless it has ended.
     */
    boolean drop(JobId id);

    /** How full the queues are. */
    List<QueueDepth> depths();
}
