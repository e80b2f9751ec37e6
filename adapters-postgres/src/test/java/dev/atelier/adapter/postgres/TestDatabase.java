package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database with our schema, and what the tests do to it behind the adapter's back. */
record TestDatabase(LocalDatabase database) {

    /** One that has been migrated. */
    static TestDatabase migrated() {
        var database = new TestDatabase(LocalPostgres.shared().newDatabase());
        database.migrate();
        return database;
    }

    List<String> migrate() {
        return Migrations.migrate(url(), Pgvector.WHERE_AVAILABLE);
    }

    DatabaseUrl url() {
        return DatabaseUrl.parse(database.url());
    }

    PostgresSettings settings() {
        return new PostgresSettings(url(), PostgresSettings.DEFAULT_POOL_SIZE);
    }

    /** Supabase Auth, of which only the table is needed here. */
    private LocalDatabase auth() {
        return database.as("supabase_auth_admin");
    }

    UserId signUp(@Nullable String email, @Nullable String metadata) {
        var id = UUID.randomUUID();
        execute(
                auth(),
                "insert into auth.users (id, email, raw_user_meta_data, created_at) values (?, ?, ?::jsonb, now())",
                id,
                email,
                metadata);
        return new UserId(id);
    }

    /** Supabase allows an address twice when one of them comes from a company's own sign-in. */
    UserId signUpThroughSso(String email) {
        var id = UUID.randomUUID();
        execute(auth(), "insert into auth.users (id, email, is_sso_user) values (?, ?, true)", id, email);
        return new UserId(id);
    }

    void changeMetadata(UserId user, String metadata) {
        execute(auth(), "update auth.users set raw_user_meta_data = ?::jsonb where id = ?", metadata, user.value());
    }

    void signUpMany(int users) {
        execute(
                auth(),
                "insert into auth.users (id, email, created_at)"
                        + " select gen_random_uuid(), number || '@example.com', now() from generate_series(1, ?) as number",
                users);
    }

    void changeEmail(UserId user, String email) {
        execute(auth(), "update auth.users set email = ? where id = ?", email, user.value());
    }

    void remove(UserId user) {
        execute(auth(), "delete from auth.users where id = ?", user.value());
    }

    void loseSupabaseAuth() {
        execute(auth(), "drop table auth.users cascade");
    }

    void clear() {
        execute("truncate public.users, atelier.sweeps cascade");
        execute(auth(), "delete from auth.users");
    }

    void execute(String sql, @Nullable Object... parameters) {
        execute(database, sql, parameters);
    }

    static void execute(LocalDatabase as, String sql, @Nullable Object... parameters) {
        try (var connection = as.dataSource().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of all rows. */
    List<String> query(String sql) {
        try (var connection = database.dataSource().getConnection()) {
            return query(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }
}
