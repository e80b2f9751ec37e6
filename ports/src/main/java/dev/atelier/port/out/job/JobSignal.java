package dev.atelier.port.out.job;

import dev.atelier.domain.job.JobId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Rings the bell: tells workers that there are jobs. Which jobs there are is in {@link JobRepository}; what is lost here
 * is found there, later. Each ring reaches one worker.
 */
public interface JobSignal {

    /**
     * Tells one worker of each of these jobs, as soon as one listens.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when it cannot be told now
     */
    void ring(Collection<JobId> jobs);

    /**
     * Waits until there are jobs that no other worker has been told of, {@code patience} at the most. A thread that is
     * interrupted meanwhile returns soon, with its interrupt status set.
     *
     * @param limit the most jobs wanted, at least 1
     * @return the jobs in the order in which they were rung; none when the time is over
     * @throws dev.atelier.port.PortFailure.Retryable when it cannot listen now
     */
    List<JobId> await(int limit, Duration patience);
}
