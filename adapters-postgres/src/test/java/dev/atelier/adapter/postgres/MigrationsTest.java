package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalPostgres;
import dev.atelier.port.PortFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final TestDatabase database =
            new TestDatabase(LocalPostgres.shared().newDatabase());

    @AfterEach
    void drop() {
        LocalPostgres.shared().drop(database.database());
    }

    @Test
    void the_second_time_there_is_nothing_to_do() {
        assertEquals("1 users", Migrations.migrate(database.url()).getFirst());
        assertEquals(List.of(), Migrations.migrate(database.url()));
    }

    @Test
    void of_processes_that_start_at_once_one_migrates_and_the_others_wait()
            throws InterruptedException, ExecutionException {
        Callable<List<String>> migrate = () -> Migrations.migrate(database.url());
        try (var executor = Executors.newFixedThreadPool(4)) {
            int applied = 0;
            for (var outcome : executor.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                applied += outcome.get().size();
            }
            assertEquals(
                    database.query("select version from atelier.flyway_schema_history where type = 'SQL'")
                            .size(),
                    applied);
        }
    }

    @Test
    void users_who_were_there_before_are_taken_over() {
        var ada = database.signUp("ada@example.com", "{\"full_name\": \"Ada\"}");

        Migrations.migrate(database.url());

        assertEquals("Ada", user(ada).profile().fullName());
    }

    @Test
    void who_signs_up_has_an_account_that_follows_the_address() {
        Migrations.migrate(database.url());
        var ada = database.signUp("ada@example.com", "{\"full_name\": \"Ada\"}");
        database.changeEmail(ada, "ada@example.org");

        assertEquals("ada@example.org", user(ada).email());

        database.remove(ada);
        assertEquals(List.of(), database.query("select id from public.users"));
    }

    @Test
    void no_sign_up_fails_whatever_it_says_and_whatever_is_wrong_here() {
        Migrations.migrate(database.url());
        database.signUp(null, "{}");
        database.signUp("long@example.com", "{\"full_name\": \"" + "x".repeat(1000) + "\"}");
        database.signUp("number@example.com", "{\"full_name\": 7}");
        database.signUp("list@example.com", "[]");
        assertEquals(List.of("4"), database.query("select count(*) from public.users"));

        database.execute("alter table public.users add column mandatory text not null default ''");
        database.execute("alter table public.users alter column mandatory drop default");
        database.signUp("unlucky@example.com", "{}");
        assertEquals(List.of("5"), database.query("select count(*) from auth.users"));
        assertEquals(List.of("4"), database.query("select count(*) from public.users"));
    }

    @Test
    void every_table_that_browsers_could_reach_has_row_level_security() {
        Migrations.migrate(database.url());

        assertEquals(List.of(), database.query("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
                """));
        assertTrue(database.query("select relname from pg_class where relnamespace = 'public'::regnamespace")
                .contains("projects"));
    }

    @Test
    void policies_show_a_user_what_is_their_own_and_let_nobody_change_anything() {
        Migrations.migrate(database.url());

        assertEquals(List.of(), database.query("""
                select tablename || ': ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') from pg_policies
                where schemaname = 'public' and not (
                    cmd = 'SELECT' and roles = '{authenticated}'
                    and qual in ('(( SELECT auth.uid() AS uid) = owner_id)', '(( SELECT auth.uid() AS uid) = id)'))
                """));
    }

    @Test
    void nothing_is_granted_to_the_roles_of_browsers() {
        Migrations.migrate(database.url());

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
    void a_browser_sees_nothing_and_its_own_rows_alone_once_somebody_grants_it() throws SQLException {
        Migrations.migrate(database.url());
        var ada = database.signUp("ada@example.com", "{}");
        var bob = database.signUp("bob@example.com", "{}");
        for (var owner : List.of(ada, bob)) {
            database.execute("""
                    insert into public.projects (id, owner_id, name, description, created_at, updated_at, revision)
                    values (gen_random_uuid(), ?, 'Secret', '', now(), now(), 1)
                    """, owner.value());
        }
        var projects = "select owner_id from public.projects";
        assertThrows(SQLException.class, () -> as(ada, projects));

        database.execute("grant all on all tables in schema public to authenticated, anon");

        assertEquals(List.of(ada.value().toString()), as(ada, projects));
        assertEquals(List.of(ada.value().toString()), as(ada, "select id from public.users"));
        assertEquals(List.of(), as(ada, "update public.projects set name = 'Mine' returning id"));
        assertEquals(List.of(), as(ada, "delete from public.projects returning id"));
        assertEquals(List.of(), as(ada, "select id from public.jobs"));
    }

    @Test
    void a_database_without_supabase_auth_is_refused_with_what_is_missing() {
        database.loseSupabaseAuth();

        var failure = assertThrows(PortFailure.Permanent.class, () -> Migrations.migrate(database.url()));

        assertTrue(String.valueOf(failure.getMessage()).contains("is this a Supabase database?"), failure::toString);
    }

    private User user(UserId id) {
        try (var adapter = PostgresAdapter.open(database.settings())) {
            return adapter.users().find(id).orElseThrow();
        }
    }

    /** What Supabase's API does with the token of a user. */
    private List<String> as(UserId user, String sql) throws SQLException {
        try (var connection =
                database.database().as("authenticator").dataSource().getConnection()) {
            connection.setAutoCommit(false);
            TestDatabase.query(
                    connection,
                    "select set_config('request.jwt.claims', '{\"sub\": \"%s\", \"role\": \"authenticated\"}', true)"
                            .formatted(user.value()));
            try (var statement = connection.createStatement()) {
                statement.execute("set local role authenticated");
            }
            return TestDatabase.query(connection, sql);
        }
    }
}
