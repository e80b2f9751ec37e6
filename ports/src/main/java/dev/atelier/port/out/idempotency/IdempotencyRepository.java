package dev.atelier.port.out.idempotency;

import dev.atelier.domain.account.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was answered to requests that carry an idempotency key. Every call names the user who sent it.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface IdempotencyRepository {

    /**
     * Takes the key for a request, or tells what was recorded for it. Two transactions that want the same key of the same
     * user at once: the second waits for the end of the first.
     *
     * @param now records that ended at or before this do not count
     * @return empty when the key is taken by this call; it is free again when the transaction is undone
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when the user does not exist (any more)
     * @throws IllegalStateException outside of a transaction
     */
    Optional<IdempotencyRecord> take(UserId user, String key, Instant now);

    /** Records the answer for a key that this transaction has {@link #take taken}. */
    void record(UserId user, String key, IdempotencyRecord answered);

    /** Removes up to {@code limit} records that ended at or before {@code now}; returns how many. */
    int removeExpired(Instant now, int limit);
}
