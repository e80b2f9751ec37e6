package dev.atelier.local.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@code auth.flow_state} within one transaction, in which the user is locked first, as it is for one-time tokens. */
record FlowStateTable(Handle handle) {

    private static final String INSERT = """
            insert into auth.flow_state (id, user_id, auth_code, code_challenge_method, code_challenge, provider_type,
              authentication_method, created_at, updated_at)
            values (gen_random_uuid(), :userId, :authCode, :challengeMethod::auth.code_challenge_method, :challenge,
              :method, :method, :createdAt, :createdAt)
            """;

    private static final String ISSUE = """
            update auth.flow_state set auth_code_issued_at = :now, updated_at = :now
            where id = (
              select id from auth.flow_state
              where user_id = :userId and authentication_method = :method
              order by created_at desc
              limit 1)
            returning auth_code
            """;

    private static final String LOCK_USER = """
            select id from auth.users
            where id = (select user_id from auth.flow_state where auth_code = :authCode)
            for update
            """;

    private static final String TAKE = """
            delete from auth.flow_state where auth_code = :authCode and user_id is not null
            returning user_id, auth_code, code_challenge, code_challenge_method, authentication_method, created_at
            """;

    /** Adds one, and drops those that nobody came back to within a day, as the real service does. */
    void insert(FlowState state) {
        handle.createUpdate("delete from auth.flow_state where created_at < :now::timestamptz - interval '24 hours'")
                .bind("now", state.createdAt())
                .execute();
        handle.createUpdate(INSERT)
                .bind("userId", state.userId())
                .bind("authCode", state.authCode())
                .bind("challenge", state.challenge().value())
                .bind("challengeMethod", state.challenge().method())
                .bind("method", state.method())
                .bind("createdAt", state.createdAt())
                .execute();
    }

    /** The code of the newest flow of a user, which from now on somebody knows. */
    Optional<String> issueAuthCode(UUID userId, String method, Instant now) {
        return handle.createQuery(ISSUE)
                .bind("userId", userId)
                .bind("method", method)
                .bind("now", now)
                .mapTo(String.class)
                .findOne();
    }

    /** Uses a code up: of many who exchange it at the same time one succeeds. */
    Optional<FlowState> take(String authCode) {
        handle.createQuery(LOCK_USER)
                .bind("authCode", authCode)
                .mapTo(UUID.class)
                .findOne();
        return handle.createQuery(TAKE)
                .bind("authCode", authCode)
                .map(FlowStateTable::state)
                .findFirst();
    }

    private static FlowState state(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new FlowState(
                row.id("user_id"),
                row.text("auth_code"),
                new CodeChallenge(row.text("code_challenge"), row.text("code_challenge_method")),
                row.text("authentication_method"),
                row.instant("created_at"));
    }
}
