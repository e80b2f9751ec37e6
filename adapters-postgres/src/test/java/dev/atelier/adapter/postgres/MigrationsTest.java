package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalPostgres;
import dev.atelier.port.PortFailure;
import java.io.IOException;
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
        assertEquals("1 users", database.migrate().getFirst());
        assertEquals(List.of(), database.migrate());
    }

    @Test
    void of_processes_that_start_at_once_one_migrates_and_the_others_wait()
            throws InterruptedException, ExecutionException {
        Callable<List<String>> migrate = () -> database.migrate();
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

        database.migrate();

        assertEquals("Ada", user(ada).profile().fullName());
    }

    @Test
    void who_connects_owns_what_is_made() {
        database.migrate();

        assertEquals(List.of("postgres"), database.query("""
                select distinct pg_get_userbyid(relowner) from pg_class
                where relnamespace in ('public'::regnamespace, 'atelier'::regnamespace)
                """));
        assertEquals(
                List.of("false"), database.query("select rolsuper::text from pg_roles where rolname = 'postgres'"));
    }

    @Test
    void a_migration_that_fails_leaves_nothing_and_may_be_tried_again() {
        database.execute("create table public.run_events (somebody_elses integer)");

        assertThrows(PortFailure.Permanent.class, () -> database.migrate());
        assertEquals(List.of("null"), database.query("select to_regclass('public.workflows')"));

        database.execute("drop table public.run_events");
        assertTrue(database.migrate().getFirst().startsWith("3 "));
    }

    @Test
    void a_database_that_is_away_may_be_tried_again() {
        var away = DatabaseUrl.parse("postgresql://postgres:sesame@localhost:1/postgres");

        var failure = assertThrows(PortFailure.Retryable.class, () -> Migrations.migrate(away, Pgvector.REQUIRED));

        assertFalse(failure.getMessage().contains("sesame"), failure::getMessage);
    }

    @Test
    void a_database_without_supabase_auth_is_refused_with_what_is_missing() {
        database.loseSupabaseAuth();

        var failure = assertThrows(PortFailure.Permanent.class, () -> database.migrate());

        assertTrue(String.valueOf(failure.getMessage()).contains("is this a Supabase database?"), failure::toString);
    }

    @Test
    void pgvector_is_enabled_where_it_can_be() {
        database.migrate();

        assertEquals(List.of("extensions"), database.query("""
                select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
                where extname = 'vector'
                """));
    }

    @Test
    void without_pgvector_production_is_not_migrated_and_the_steps_to_enable_it_are_told() {
        var absent = new DatabaseExtension("vector_that_nobody_has");
        var source = Connections.unpooled(database.url());

        absent.enable(source, Pgvector.WHERE_AVAILABLE);
        var failure = assertThrows(PortFailure.Permanent.class, () -> absent.enable(source, Pgvector.REQUIRED));

        assertSays(failure, "Supabase's dashboard under Database, Extensions");
        assertSays(failure, "create extension if not exists vector_that_nobody_has with schema extensions;");
    }

    @Test
    void a_role_that_may_not_enable_pgvector_is_told_the_same() {
        var failure = assertThrows(
                PortFailure.Permanent.class, () -> Migrations.migrate(as("authenticator"), Pgvector.REQUIRED));

        assertSays(failure, "create extension if not exists vector with schema extensions;");
        assertEquals(List.of("null"), database.query("select to_regclass('public.users')"));
    }

    @Test
    void insufficient_rights_are_told_with_whom_to_connect_as() {
        var failure = assertThrows(
                PortFailure.Permanent.class, () -> Migrations.migrate(as("authenticator"), Pgvector.WHERE_AVAILABLE));

        assertSays(failure, "permission denied");
        assertSays(failure, "connect as postgres");
    }

    @Test
    void a_wrong_password_is_told_with_where_the_right_one_is_and_not_repeated() {
        var url = DatabaseUrl.parse(database.database().url().replace(":postgres@", ":sesame@"));

        var failure = assertThrows(PortFailure.Permanent.class, () -> Migrations.migrate(url, Pgvector.REQUIRED));

        assertSays(failure, "password authentication failed");
        assertSays(failure, "Project Settings, Database");
        assertFalse(failure.getMessage().contains("sesame"), failure::getMessage);
    }

    @Test
    void a_database_that_does_not_exist_is_told() {
        var url = DatabaseUrl.parse(
                database.database().url().replace(database.database().name(), "nowhere"));

        var failure = assertThrows(PortFailure.Permanent.class, () -> Migrations.migrate(url, Pgvector.REQUIRED));

        assertSays(failure, "at Supabase it is postgres");
    }

    @Test
    void a_host_that_nobody_knows_is_told() {
        var url = DatabaseUrl.parse("postgresql://postgres:sesame@db.nowhere.invalid/postgres");

        var failure = assertThrows(PortFailure.Retryable.class, () -> Migrations.migrate(url, Pgvector.REQUIRED));

        assertSays(failure, "no host is known by the name in the address: db.nowhere.invalid");
    }

    @Test
    void a_host_that_cannot_be_reached_is_told_with_what_supabase_has_on_ipv4() {
        var url = DatabaseUrl.parse("postgresql://postgres:sesame@localhost:1/postgres");

        var failure = assertThrows(PortFailure.Retryable.class, () -> Migrations.migrate(url, Pgvector.REQUIRED));

        assertSays(failure, "cannot be reached from here; db.REF.supabase.co has an address of IPv6 only");
    }

    @Test
    void a_pooler_that_does_not_know_the_tenant_is_told_with_how_users_are_named_there() throws IOException {
        try (var pooler = new RefusingServer("XX000", "Tenant or user not found")) {
            var url = DatabaseUrl.parse("postgresql://postgres:sesame@localhost:%d/postgres".formatted(pooler.port()));

            var failure = assertThrows(PortFailure.Permanent.class, () -> Migrations.migrate(url, Pgvector.REQUIRED));

            assertSays(failure, "the user must be postgres.REF");
        }
    }

    @Test
    void a_session_pooler_that_is_full_may_be_tried_again_and_what_to_do_is_told() throws IOException {
        try (var pooler = new RefusingServer("XX000", "MaxClientsInSessionMode: max clients reached")) {
            var url = DatabaseUrl.parse("postgresql://postgres:sesame@localhost:%d/postgres".formatted(pooler.port()));

            var failure = assertThrows(PortFailure.Retryable.class, () -> Migrations.migrate(url, Pgvector.REQUIRED));

            assertSays(failure, "lower DATABASE_POOL_SIZE, or use the transaction pooler, port 6543");
        }
    }

    private DatabaseUrl as(String role) {
        return DatabaseUrl.parse(database.database().as(role).url());
    }

    private static void assertSays(PortFailure failure, String part) {
        assertTrue(failure.getMessage().contains(part), failure::getMessage);
    }

    private User user(UserId id) {
        try (var adapter = PostgresAdapter.open(database.settings())) {
            return adapter.users().find(id).orElseThrow();
        }
    }
}
