package dev.atelier.domain.job;

import dev.atelier.domain.account.UserId;
import java.util.Optional;

/**
 * Something that a worker is to do.
 *
 * @param key what it has in common with jobs of the same owner that need not be done beside it; empty when there are none
 */
public record Job(JobId id, UserId owner, Queue queue, Task task, Optional<String> key) {

    /** Waits where its task belongs. */
    public static Job of(JobId id, UserId owner, Task task) {
        return new Job(id, owner, task.queue(), task, task.key());
    }

    /**
     * For who stores it whatever else there is.
     *
     * @throws IllegalArgumentException when it has a key
     */
    public void requireNoKey() {
        key.ifPresent(found -> {
            throw new IllegalArgumentException("another job with the key %s may do as well".formatted(found));
        });
    }
}
