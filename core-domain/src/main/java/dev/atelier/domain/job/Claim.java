package dev.atelier.domain.job;

import java.util.Optional;

/**
 * The right of one worker to do a job, until its lease runs out. When it has, another worker gets a claim with a higher
 * fencing number, and what is done in the name of this one no longer counts.
 *
 * @param attempt how often the job has been claimed, this time included, from 1
 * @param fence the fencing number
 * @param requestId of the request that the job goes back to, for logs; empty for what nobody asked for
 */
public record Claim(Job job, int attempt, long fence, Optional<String> requestId) {

    /** Of a job that goes back to no request. */
    public Claim(Job job, int attempt, long fence) {
        this(job, attempt, fence, Optional.empty());
    }
}
