package dev.atelier.local.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@code auth.sessions} within one transaction; what depends on a session goes with it. */
record SessionTable(Handle handle) {

    private static final String SELECT = """
            select s.id, s.user_id, coalesce(c.created_at, s.created_at) as signed_in_at,
              coalesce(c.authentication_method, 'password') as method
            from auth.sessions s left join auth.mfa_amr_claims c on c.session_id = s.id
            where s.id = :id
            """;

    private static final String INSERT = """
            insert into auth.sessions (id, user_id, created_at, updated_at, aal, user_agent)
            values (:id, :userId, :now, :now, 'aal1', :userAgent)
            """;

    private static final String INSERT_METHOD = """
            insert into auth.mfa_amr_claims (id, session_id, created_at, updated_at, authentication_method)
            values (gen_random_uuid(), :sessionId, :now, :now, :method)
            """;

    private static final String UPDATE_REFRESHED = """
            update auth.sessions
            set refreshed_at = :now::timestamptz at time zone 'UTC', updated_at = :now
            where id = :id
            """;

    /** Begins a session. */
    void insert(Session session, Optional<String> userAgent) {
        handle.createUpdate(INSERT)
                .bind("id", session.id())
                .bind("userId", session.userId())
                .bind("now", session.signedInAt())
                .bind("userAgent", userAgent)
                .execute();
        handle.createUpdate(INSERT_METHOD)
                .bind("sessionId", session.id())
                .bind("now", session.signedInAt())
                .bind("method", session.method())
                .execute();
    }

    Optional<Session> byId(UUID id) {
        return handle.createQuery(SELECT)
                .bind("id", id)
                .map(SessionTable::session)
                .findOne();
    }

    /** The session, which nobody else changes until the transaction ends. */
    Optional<Session> lock(UUID id) {
        return handle.createQuery(SELECT + "for update of s")
                .bind("id", id)
                .map(SessionTable::session)
                .findOne();
    }

    void refreshed(UUID id, Instant now) {
        handle.createUpdate(UPDATE_REFRESHED).bind("id", id).bind("now", now).execute();
    }

    void delete(UUID id) {
        handle.createUpdate("delete from auth.sessions where id = :id")
                .bind("id", id)
                .execute();
    }

    void deleteAllOf(UUID userId) {
        handle.createUpdate("delete from auth.sessions where user_id = :userId")
                .bind("userId", userId)
                .execute();
    }

    /** Deletes all sessions of the user but this one. */
    void deleteOthers(Session session) {
        handle.createUpdate("delete from auth.sessions where user_id = :userId and id <> :id")
                .bind("userId", session.userId())
                .bind("id", session.id())
                .execute();
    }

    private static Session session(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new Session(row.id("id"), row.id("user_id"), row.instant("signed_in_at"), row.text("method"));
    }
}
