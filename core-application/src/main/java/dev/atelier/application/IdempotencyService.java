package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.port.in.idempotency.IdempotentRequests;
import dev.atelier.port.out.idempotency.IdempotencyRecord;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

final class IdempotencyService implements IdempotentRequests {

    static final Duration CLEANING_INTERVAL = Duration.ofMinutes(1);

    private static final int CLEANING_BATCH = 1_000;

    private final IdempotencyRepository records;
    private final Transactions transactions;
    private final InstantSource clock;

    IdempotencyService(IdempotencyRepository records, Transactions transactions, InstantSource clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String once(UserId user, String key, String fingerprint, Supplier<String> work) {
        return transactions.execute(() -> {
            var now = clock.instant();
            var recorded = records.take(user, key, now);
            if (recorded.isPresent()) {
                return replay(recorded.get(), fingerprint);
            }
            var answer = work.get();
            records.record(user, key, new IdempotencyRecord(fingerprint, answer, now.plus(RETENTION)));
            return answer;
        });
    }

    private static String replay(IdempotencyRecord recorded, String fingerprint) {
        if (!recorded.fingerprint().equals(fingerprint)) {
            throw new DomainException.IdempotencyKeyReused();
        }
        return recorded.answer();
    }

    void removeExpired() {
        int removed = CLEANING_BATCH;
        while (removed == CLEANING_BATCH) {
            removed = records.removeExpired(clock.instant(), CLEANING_BATCH);
        }
    }
}
