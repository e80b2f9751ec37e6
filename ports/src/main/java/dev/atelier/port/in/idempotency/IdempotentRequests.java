package dev.atelier.port.in.idempotency;

import dev.atelier.domain.account.UserId;
import java.time.Duration;
import java.util.function.Supplier;

/** Requests that may be sent twice and count once. */
public interface IdempotentRequests {

    /** How long a key is remembered. */
    Duration RETENTION = Duration.ofHours(24);

    /**
     * Answers a request that carries a key: by {@code work} when it is the first of that key, by what was answered then when
     * it is the same again. The work and the memory of its answer are one transaction: when {@code work} throws, nothing is
     * done and nothing remembered. While one request of a key is at work, another of the same key waits.
     *
     * @param key the client's, of any length and content
     * @param fingerprint tells one request from another: a digest of all that makes it, at most 128 characters
     * @param work what answers the request; it must not wait for anything but the database
     * @return the answer, in whatever form {@code work} gives it
     * @throws dev.atelier.domain.error.DomainException.IdempotencyKeyReused when the key was used for another request
     */
    String once(UserId user, String key, String fingerprint, Supplier<String> work);
}
