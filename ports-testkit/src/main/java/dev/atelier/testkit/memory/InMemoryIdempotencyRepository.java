package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.idempotency.IdempotencyRecord;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import java.time.Instant;
import java.util.Optional;

final class InMemoryIdempotencyRepository implements IdempotencyRepository {

    private final InMemoryDatabase database;

    InMemoryIdempotencyRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<IdempotencyRecord> take(UserId user, String key, Instant now) {
        return database.statementInTransaction(() -> {
            database.requireUser(user);
            var wanted = new IdempotencyKey(user, key);
            var recorded = database.idempotencyKeys().find(wanted).filter(row -> !row.isExpired(now));
            if (recorded.isEmpty()) {
                database.idempotencyKeys().put(wanted, IdempotencyRow.taken(wanted, now));
            }
            return recorded.map(IdempotencyRow::answered);
        });
    }

    @Override
    public void record(UserId user, String key, IdempotencyRecord answered) {
        database.run(() -> database.idempotencyKeys()
                .find(new IdempotencyKey(user, key))
                .ifPresent(row -> database.idempotencyKeys().put(row.key(), new IdempotencyRow(row.key(), answered))));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return database.statement(() -> {
            var expired = database.idempotencyKeys().stream()
                    .filter(row -> row.isExpired(now))
                    .limit(limit)
                    .toList();
            expired.forEach(row -> database.idempotencyKeys().remove(row.key()));
            return expired.size();
        });
    }
}
