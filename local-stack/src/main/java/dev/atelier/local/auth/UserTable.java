package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@code auth.users} and {@code auth.identities} within one transaction. */
record UserTable(Handle handle) {

    private static final String SELECT = """
            select id, email, encrypted_password, raw_app_meta_data, raw_user_meta_data, email_confirmed_at,
              confirmation_sent_at, recovery_sent_at, last_sign_in_at, banned_until, created_at, updated_at, is_anonymous
            from auth.users
            where deleted_at is null and not is_sso_user and
            """;

    private static final String SELECT_IDENTITIES = """
            select id, provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at, email
            from auth.identities
            where user_id = :userId
            order by created_at
            """;

    private static final String INSERT = """
            insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at,
              raw_app_meta_data, raw_user_meta_data, created_at, updated_at, is_anonymous,
              confirmation_token, recovery_token, email_change_token_new, email_change)
            values ('00000000-0000-0000-0000-000000000000', :id, 'authenticated', 'authenticated', :email,
              :passwordHash, :emailConfirmedAt, :appMetadata, :userMetadata, :createdAt, :updatedAt, :isAnonymous,
              '', '', '', '')
            """;

    private static final String INSERT_IDENTITY = """
            insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at,
              updated_at)
            values (:userId::text, :userId, :identityData, 'email', :now, :now, :now)
            """;

    private static final String CONFIRM_IDENTITY_EMAIL = """
            update auth.identities
            set identity_data = identity_data || jsonb_build_object('email_verified', true), updated_at = :now
            where user_id = :id and provider = 'email'
            """;

    private static final String UPDATE_IDENTITY_EMAIL = """
            update auth.identities
            set identity_data = identity_data || jsonb_build_object('email', :email::text, 'email_verified', true),
              updated_at = :now
            where user_id = :id and provider = 'email'
            """;

    Optional<User> byEmail(String email) {
        return handle.createQuery(SELECT + "email = :email")
                .bind("email", email)
                .map(UserTable::user)
                .findOne();
    }

    Optional<User> byId(UUID id) {
        return handle.createQuery(SELECT + "id = :id")
                .bind("id", id)
                .map(UserTable::user)
                .findOne();
    }

    List<Identity> identitiesOf(UUID userId) {
        return handle.createQuery(SELECT_IDENTITIES)
                .bind("userId", userId)
                .map(UserTable::identity)
                .list();
    }

    /** Adds a user who signs in with address and password. */
    void insert(User user, ObjectNode identityData) {
        handle.createUpdate(INSERT)
                .bind("id", user.id())
                .bind("email", user.email())
                .bind("passwordHash", user.passwordHash())
                .bind("emailConfirmedAt", user.emailConfirmedAt())
                .bind("appMetadata", user.appMetadata())
                .bind("userMetadata", user.userMetadata())
                .bind("createdAt", user.createdAt())
                .bind("updatedAt", user.updatedAt())
                .bind("isAnonymous", user.isAnonymous())
                .execute();
        handle.createUpdate(INSERT_IDENTITY)
                .bind("userId", user.id())
                .bind("identityData", identityData)
                .bind("now", user.createdAt())
                .execute();
    }

    void signedIn(UUID id, Instant now) {
        update("update auth.users set last_sign_in_at = :now, updated_at = :now where id = :id", id, now);
        update("update auth.identities set last_sign_in_at = :now, updated_at = :now where user_id = :id", id, now);
    }

    void changePassword(UUID id, String passwordHash, Instant now) {
        handle.createUpdate("update auth.users set encrypted_password = :hash, updated_at = :now where id = :id")
                .bind("id", id)
                .bind("hash", passwordHash)
                .bind("now", now)
                .execute();
    }

    void changeUserMetadata(UUID id, ObjectNode userMetadata, Instant now) {
        handle.createUpdate("update auth.users set raw_user_meta_data = :data, updated_at = :now where id = :id")
                .bind("id", id)
                .bind("data", userMetadata)
                .bind("now", now)
                .execute();
    }

    /** Marks the address of a user as theirs; when that was proved first stays. */
    void confirmEmail(UUID id, Instant now) {
        update(
                "update auth.users set email_confirmed_at = coalesce(email_confirmed_at, :now), updated_at = :now"
                        + " where id = :id",
                id,
                now);
        update(CONFIRM_IDENTITY_EMAIL, id, now);
    }

    /** Changes the address of a user, which counts as confirmed. */
    void changeEmail(UUID id, String email, Instant now) {
        handle.createUpdate("update auth.users set email = :email, email_confirmed_at = :now, updated_at = :now"
                        + " where id = :id")
                .bind("id", id)
                .bind("email", email)
                .bind("now", now)
                .execute();
        handle.createUpdate(UPDATE_IDENTITY_EMAIL)
                .bind("id", id)
                .bind("email", email)
                .bind("now", now)
                .execute();
    }

    private void update(String sql, UUID id, Instant now) {
        handle.createUpdate(sql).bind("id", id).bind("now", now).execute();
    }

    private static User user(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new User(
                row.id("id"),
                row.text("email"),
                row.text("encrypted_password"),
                row.json("raw_app_meta_data"),
                row.json("raw_user_meta_data"),
                row.optionalInstant("email_confirmed_at"),
                row.optionalInstant("confirmation_sent_at"),
                row.optionalInstant("recovery_sent_at"),
                row.optionalInstant("last_sign_in_at"),
                row.optionalInstant("banned_until"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.flag("is_anonymous"));
    }

    private static Identity identity(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new Identity(
                row.id("id"),
                row.text("provider_id"),
                row.id("user_id"),
                row.json("identity_data"),
                row.text("provider"),
                row.instant("last_sign_in_at"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.text("email"));
    }
}
