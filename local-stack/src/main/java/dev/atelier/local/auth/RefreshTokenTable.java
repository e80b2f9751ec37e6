package dev.atelier.local.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@code auth.refresh_tokens} within one transaction. */
record RefreshTokenTable(Handle handle) {

    private static final String SELECT = """
            select token, session_id, revoked, parent, updated_at
            from auth.refresh_tokens
            where session_id is not null and
            """;

    private static final String INSERT = """
            insert into auth.refresh_tokens (instance_id, token, user_id, revoked, parent, session_id, created_at,
              updated_at)
            values ('00000000-0000-0000-0000-000000000000', :token, :userId::text, :revoked, :parent, :sessionId, :now,
              :now)
            """;

    private static final String REVOKE =
            "update auth.refresh_tokens set revoked = true, updated_at = :now where not revoked and ";

    Optional<RefreshToken> byToken(String token) {
        return handle.createQuery(SELECT + "token = :token")
                .bind("token", token)
                .map(RefreshTokenTable::token)
                .findOne();
    }

    /** The newest token of a session that has not been used; there is none once the session's tokens were revoked. */
    Optional<RefreshToken> activeOf(UUID sessionId) {
        return handle.createQuery(SELECT + "session_id = :sessionId and not revoked order by id desc limit 1")
                .bind("sessionId", sessionId)
                .map(RefreshTokenTable::token)
                .findOne();
    }

    void insert(RefreshToken token, UUID userId) {
        handle.createUpdate(INSERT)
                .bind("token", token.token())
                .bind("userId", userId)
                .bind("revoked", token.revoked())
                .bind("parent", token.parent())
                .bind("sessionId", token.sessionId())
                .bind("now", token.updatedAt())
                .execute();
    }

    /** Marks a token as used; the time of its first use stays. */
    void revoke(String token, Instant now) {
        handle.createUpdate(REVOKE + "token = :token")
                .bind("token", token)
                .bind("now", now)
                .execute();
    }

    void revokeAllOf(UUID sessionId, Instant now) {
        handle.createUpdate(REVOKE + "session_id = :sessionId")
                .bind("sessionId", sessionId)
                .bind("now", now)
                .execute();
    }

    private static RefreshToken token(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new RefreshToken(
                row.text("token"),
                row.id("session_id"),
                row.flag("revoked"),
                row.optionalText("parent"),
                row.instant("updated_at"));
    }
}
