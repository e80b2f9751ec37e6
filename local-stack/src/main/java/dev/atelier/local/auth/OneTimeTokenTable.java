package dev.atelier.local.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * {@code auth.one_time_tokens} within one transaction, and what the row of the user repeats of them. The user is always
 * locked first, so that nobody waits for somebody who waits for them.
 */
record OneTimeTokenTable(Handle handle) {

    private static final String INSERT = """
            insert into auth.one_time_tokens (id, user_id, token_type, token_hash, relates_to, created_at, updated_at)
            values (gen_random_uuid(), :userId, :type::auth.one_time_token_type, :hash, :email,
              :now::timestamptz at time zone 'UTC', :now::timestamptz at time zone 'UTC')
            """;

    private static final String LOCK_USERS = """
            select id from auth.users
            where id in (select user_id from auth.one_time_tokens where token_hash = any(:hashes))
            for update
            """;

    private static final String DELETE_FOUND = """
            delete from auth.one_time_tokens t
            using auth.users u
            where u.id = t.user_id and t.token_type::text = any(:types) and t.token_hash = any(:hashes)
            returning t.user_id, t.token_type,
              case t.token_type when 'recovery_token' then u.recovery_sent_at else u.confirmation_sent_at end as sent_at
            """;

    private static final String FORGET_IN_USER = """
            update auth.users
            set confirmation_token = '', confirmation_sent_at = null, recovery_token = '', recovery_sent_at = null
            where id = :userId
            """;

    /** When the user was last sent a token of this type; nobody else sends one until the transaction ends. */
    Optional<Instant> lockSentAt(UUID userId, OneTimeTokenType type) {
        return handle.createQuery("select %s from auth.users where id = :id for update".formatted(type.sentAtColumn()))
                .bind("id", userId)
                .map((result, context) -> new Row(result).optionalInstant(type.sentAtColumn()))
                .one();
    }

    /** Keeps the hash of a token in place of the one that the user has of this type. */
    void put(User user, OneTimeTokenType type, String hash, Instant now) {
        handle.createUpdate("delete from auth.one_time_tokens where user_id = :id and token_type::text = :type")
                .bind("id", user.id())
                .bind("type", type.column())
                .execute();
        handle.createUpdate(INSERT)
                .bind("userId", user.id())
                .bind("type", type.column())
                .bind("hash", hash)
                .bind("email", user.email())
                .bind("now", now)
                .execute();
        handle.createUpdate("update auth.users set %s = :hash, %s = :now, updated_at = :now where id = :id"
                        .formatted(type.column(), type.sentAtColumn()))
                .bind("id", user.id())
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    /** Uses a token up: it is there once, however many ask for it at the same time. */
    Optional<OneTimeToken> take(Set<OneTimeTokenType> types, List<String> hashes) {
        handle.createQuery(LOCK_USERS)
                .bindArray("hashes", String.class, hashes)
                .mapTo(UUID.class)
                .list();
        Optional<OneTimeToken> taken = handle.createQuery(DELETE_FOUND)
                .bindArray(
                        "types",
                        String.class,
                        types.stream().map(OneTimeTokenType::column).toList())
                .bindArray("hashes", String.class, hashes)
                .map(OneTimeTokenTable::token)
                .findFirst();
        taken.ifPresent(token -> types.forEach(type -> forget(token.userId(), type, hashes)));
        return taken;
    }

    private void forget(UUID userId, OneTimeTokenType type, List<String> hashes) {
        handle.createUpdate("update auth.users set %1$s = '' where id = :id and %1$s = any(:hashes)"
                        .formatted(type.column()))
                .bind("id", userId)
                .bindArray("hashes", String.class, hashes)
                .execute();
    }

    /** Makes every token of a user worthless. */
    void deleteAllOf(UUID userId) {
        handle.createUpdate(FORGET_IN_USER).bind("userId", userId).execute();
        handle.createUpdate("delete from auth.one_time_tokens where user_id = :userId")
                .bind("userId", userId)
                .execute();
    }

    private static OneTimeToken token(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new OneTimeToken(row.id("user_id"), row.optionalInstant("sent_at"));
    }
}
