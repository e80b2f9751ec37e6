package dev.atelier.domain.job;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a job.
 *
 * @param attempt how often it has been claimed
 * @param runAt from when on it may be claimed
 * @param error why it was not done the last time, for operators
 * @param endedAt when it was done, died or was cancelled; empty before that
 */
public record JobRecord(
        Job job,
        JobState state,
        int attempt,
        Instant runAt,
        Optional<String> error,
        Instant createdAt,
        Optional<Instant> endedAt) {}
