package dev.atelier.port.out.job;

import dev.atelier.domain.job.Queue;
import java.time.Duration;
import java.util.Set;

/**
 * The bells: each queue has one, by which workers are told that there are jobs. Which jobs there are is in
 * {@link JobRepository}; what is lost here is found there, later. Each ring reaches one worker, who may hear several rings
 * as one.
 */
public interface JobSignal {

    /**
     * Has one worker told that there are jobs in {@code queue}, as soon as one listens. It waits for nobody and does not
     * fail: a ring that cannot be given now is lost.
     */
    void ring(Queue queue);

    /**
     * Waits until a bell of {@code queues} has rung that no other worker has heard, {@code patience} at the most. A thread
     * that is interrupted meanwhile returns soon, with its interrupt status set.
     *
     * @return whether one has
     * @throws dev.atelier.port.PortFailure.Retryable when it cannot listen now
     */
    boolean await(Set<Queue> queues, Duration patience);
}
