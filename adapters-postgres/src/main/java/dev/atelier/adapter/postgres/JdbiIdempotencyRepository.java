package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.port.out.idempotency.IdempotencyRecord;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class JdbiIdempotencyRepository implements IdempotencyRepository {

    /** What a key holds from its taking to its recording, which nobody else ever sees. */
    private static final String TAKEN = "";

    private final Database database;

    JdbiIdempotencyRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<IdempotencyRecord> take(UserId user, String key, Instant now) {
        return database.inTransaction(
                handle -> insert(handle, user, key, now) ? Optional.empty() : find(handle, user, key));
    }

    /** Waits for another transaction that is just taking the key: that is what a unique index does. */
    private static boolean insert(Handle handle, UserId user, String key, Instant now) {
        var sha256 = "encode(sha256(convert_to(:key, 'UTF8')), 'hex')";
        try {
            return handle.createUpdate("""
                                    insert into public.idempotency_keys as k
                                        (owner_id, key_sha256, fingerprint, answer, expires_at)
                                    values (:user, %s, :taken, :taken, :now)
                                    on conflict (owner_id, key_sha256) do update
                                    set fingerprint = :taken, answer = :taken, expires_at = :now
                                    where k.expires_at <= :now
                                    """.formatted(sha256))
                            .bind("user", user.value())
                            .bind("key", key)
                            .bind("taken", TAKEN)
                            .bind("now", Columns.time(now))
                            .execute()
                    == 1;
        } catch (org.jdbi.v3.core.JdbiException e) {
            if (PostgresFailures.sqlState(e)
                    .filter(PostgresFailures.FOREIGN_KEY_VIOLATION::equals)
                    .isPresent()) {
                throw new DomainException.UserNotProvisioned();
            }
            throw e;
        }
    }

    private static Optional<IdempotencyRecord> find(Handle handle, UserId user, String key) {
        return handle.createQuery("""
                        select fingerprint, answer, expires_at from public.idempotency_keys
                        where owner_id = :user and key_sha256 = encode(sha256(convert_to(:key, 'UTF8')), 'hex')
                        """)
                .bind("user", user.value())
                .bind("key", key)
                .map((row, context) -> new IdempotencyRecord(
                        row.getString("fingerprint"), row.getString("answer"), Columns.instant(row, "expires_at")))
                .findOne();
    }

    @Override
    public void record(UserId user, String key, IdempotencyRecord answered) {
        database.write(handle -> handle.createUpdate("""
                        update public.idempotency_keys
                        set fingerprint = :fingerprint, answer = :answer, expires_at = :expiresAt
                        where owner_id = :user and key_sha256 = encode(sha256(convert_to(:key, 'UTF8')), 'hex')
                        """)
                .bind("user", user.value())
                .bind("key", key)
                .bind("fingerprint", answered.fingerprint())
                .bind("answer", answered.answer())
                .bind("expiresAt", Columns.time(answered.expiresAt()))
                .execute());
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return database.write(handle -> handle.createUpdate("""
                        delete from public.idempotency_keys where ctid = any(array(
                            select ctid from public.idempotency_keys
                            where expires_at <= :now limit :limit for update skip locked))
                        """)
                .bind("now", Columns.time(now))
                .bind("limit", limit)
                .execute());
    }
}
