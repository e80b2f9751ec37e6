package dev.atelier.testkit.memory;

import dev.atelier.port.out.idempotency.IdempotencyRecord;
import java.time.Instant;

/** A key and what was answered, or that it is taken: then it counts for nobody. */
record IdempotencyRow(IdempotencyKey key, IdempotencyRecord answered) {

    static IdempotencyRow taken(IdempotencyKey key, Instant now) {
        return new IdempotencyRow(key, new IdempotencyRecord("", "", now));
    }

    boolean isExpired(Instant now) {
        return !answered.expiresAt().isAfter(now);
    }
}
