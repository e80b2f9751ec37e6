package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What browsers reach through Supabase's own API, as the roles {@code anon} and {@code authenticated}: nothing, and if
 * somebody grants it to them, what is their own, to read.
 */
class BrowserRolesTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** What only workers and the backend know of. */
    private static final List<String> NOBODYS = List.of("idempotency_keys", "jobs");

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void drop() {
        LocalPostgres.shared().drop(database.database());
    }

    @Test
    void every_table_that_browsers_could_reach_has_row_level_security() {
        assertEquals(List.of(), database.query("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
                """));
        assertTrue(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace")
                .contains("projects"));
    }

    @Test
    void nothing_goes_around_row_level_security() {
        assertEquals(List.of(), database.query("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I', 'S')
                """));
    }

    @Test
    void policies_show_a_user_what_is_their_own_and_let_nobody_change_anything() {
        assertEquals(List.of(), database.query("""
                select tablename || ': ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') from pg_policies
                where schemaname = 'public' and not (
                    cmd = 'SELECT' and roles = '{authenticated}'
                    and qual in ('(( SELECT auth.uid() AS uid) = owner_id)', '(( SELECT auth.uid() AS uid) = id)'))
                """));
    }

    @Test
    void nothing_is_granted_to_the_roles_of_browsers() {
        assertEquals(List.of(), database.query("""
                select table_name || ' ' || privilege_type || ' ' || grantee from information_schema.role_table_grants
                where table_schema in ('public', 'atelier') and grantee in ('anon', 'authenticated', 'PUBLIC')
                """));
        assertEquals(List.of(), database.query("""
                select proname from pg_proc where pronamespace = 'public'::regnamespace
                and (has_function_privilege('anon', oid, 'execute') or has_function_privilege('authenticated', oid, 'execute'))
                """));
    }

    @Test
    void the_history_of_migrations_is_in_a_schema_that_they_cannot_use() {
        assertEquals(List.of(), database.query("""
                select rolname from pg_roles where rolname in ('anon', 'authenticated')
                and has_schema_privilege(rolname, 'atelier', 'usage')
                """));
    }

    @Test
    void they_are_refused_every_table() throws SQLException {
        ManyRows.insert(database, 2, 4);
        for (var role : List.of("anon", "authenticated")) {
            for (var table : tables()) {
                assertRefused(role, "select 1 from public." + table);
                assertRefused(role, "insert into public.%s default values".formatted(table));
                assertRefused(role, "update public.%1$s set %2$s = %2$s".formatted(table, owner(table)));
                assertRefused(role, "delete from public." + table);
                assertRefused(role, "truncate public." + table + " cascade");
            }
        }
    }

    @Test
    void once_somebody_grants_it_a_user_sees_what_is_their_own_and_changes_nothing() throws SQLException {
        ManyRows.insert(database, 2, 4);
        var ada = someUser();
        database.execute("grant all on all tables in schema public to authenticated, anon");

        for (var table : tables()) {
            var owner = owner(table);
            try (var connection = as("authenticated", ada)) {
                var owners =
                        TestDatabase.query(connection, "select distinct %s from public.%s".formatted(owner, table));
                assertEquals(NOBODYS.contains(table) ? List.of() : List.of(ada), owners, table);
                assertEquals(
                        0, change(connection, "update public.%1$s set %2$s = %2$s".formatted(table, owner)), table);
                assertEquals(0, change(connection, "delete from public." + table), table);
            }
        }
        for (var table : tables()) {
            assertRefused("authenticated", "insert into public.%s default values".formatted(table));
        }
    }

    @Test
    void once_somebody_grants_it_who_has_not_signed_in_sees_nothing() throws SQLException {
        ManyRows.insert(database, 2, 4);
        database.execute("grant all on all tables in schema public to authenticated, anon");

        for (var table : tables()) {
            try (var connection = as("anon", "")) {
                assertEquals(List.of(), TestDatabase.query(connection, "select 1 from public." + table), table);
                assertEquals(
                        0,
                        change(connection, "update public.%1$s set %2$s = %2$s".formatted(table, owner(table))),
                        table);
                assertEquals(0, change(connection, "delete from public." + table), table);
            }
            assertRefused("anon", "insert into public.%s default values".formatted(table));
        }
    }

    private static String owner(String table) {
        return table.equals("users") ? "id" : "owner_id";
    }

    private String someUser() {
        return database.query("select id from public.users limit 1").getFirst();
    }

    private List<String> tables() {
        var tables = database.query("select tablename from pg_tables where schemaname = 'public' order by tablename");
        assertTrue(tables.containsAll(NOBODYS), tables::toString);
        for (var table : tables) {
            assertFalse(database.query("select 1 from public." + table).isEmpty(), table + " is empty");
        }
        return tables;
    }

    private void assertRefused(String role, String sql) throws SQLException {
        try (var connection = as(role, someUser())) {
            var refused = assertThrows(SQLException.class, () -> change(connection, sql), sql);
            assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), sql);
        }
    }

    private static int change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }

    /** What Supabase's API does with a token of that role, and that subject. Nothing is committed. */
    private Connection as(String role, String subject) throws SQLException {
        var connection = database.database().as("authenticator").dataSource().getConnection();
        connection.setAutoCommit(false);
        TestDatabase.query(
                connection,
                "select set_config('request.jwt.claims', '{\"sub\": %s, \"role\": \"%s\"}', true)"
                        .formatted(subject.isEmpty() ? "null" : '"' + subject + '"', role));
        change(connection, "set local role " + role);
        return connection;
    }
}
