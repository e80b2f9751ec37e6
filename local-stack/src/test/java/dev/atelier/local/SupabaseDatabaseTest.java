package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a migration of ours finds and may do, as at Supabase. */
class SupabaseDatabaseTest {

    private static final String SOMEBODY = "3e0c1a52-7d9f-4d0e-9a55-0d6a2f0a9f01";

    private final LocalDatabase database = LocalPostgres.shared().newDatabase();
    private final Sql sql = Sql.on(database);

    @Test
    void theRoleOfTheMigrationsOwnsTheDatabaseAndIsNoSuperuser() throws Exception {
        assertEquals(
                "postgres", sql.text("select datdba::regrole from pg_database where datname = current_database()"));
        assertEquals("f", sql.text("select rolsuper from pg_roles where rolname = current_user"));
        assertEquals("t", sql.text("select rolbypassrls from pg_roles where rolname = current_user"));
    }

    @Test
    void theRolesOfTheApiCannotLogInAndOnlyTheServiceGoesAroundRowLevelSecurity() throws Exception {
        assertEquals(
                List.of("anon false false", "authenticated false false", "service_role false true"),
                sql.texts(
                        "select concat_ws(' ', rolname, case when rolcanlogin then 'true' else 'false' end,"
                                + " case when rolbypassrls then 'true' else 'false' end) from pg_roles"
                                + " where rolname in ('anon', 'authenticated', 'service_role') order by rolname collate \"C\""));
    }

    @Test
    void theAuthenticatorMayBecomeEachRoleOfTheApi() throws Exception {
        for (String role : List.of("anon", "authenticated", "service_role")) {
            Sql.on(database.as("authenticator")).execute("set role " + role);
        }
    }

    @Test
    void aNewTableIsOpenToTheRolesOfTheApiUntilRowLevelSecurityIsOn() throws Exception {
        sql.execute("create table public.open as select 1 as id");
        assertEquals("1", sql.inOneTransaction("set local role anon", "select id from public.open"));
        sql.execute("alter table public.open enable row level security");
        assertEquals("0", sql.inOneTransaction("set local role anon", "select count(*) from public.open"));
    }

    @Test
    void aPolicySeesWhoAsks() throws Exception {
        sql.execute(
                "create table public.things (owner_id uuid)",
                "insert into public.things values ('" + SOMEBODY + "'), (gen_random_uuid())",
                "alter table public.things enable row level security",
                "create policy own on public.things to authenticated using ((select auth.uid()) = owner_id)");
        String asked = "select set_config('request.jwt.claims', '{\"sub\":\"" + SOMEBODY
                + "\",\"role\":\"authenticated\"}', true)";
        assertEquals(
                "1", sql.inOneTransaction("set local role authenticated", asked, "select count(*) from public.things"));
        assertEquals("0", sql.inOneTransaction("set local role authenticated", "select count(*) from public.things"));
        assertEquals("authenticated", sql.inOneTransaction(asked, "select auth.role()"));
        assertEquals(SOMEBODY, sql.inOneTransaction(asked, "select auth.jwt() ->> 'sub'"));
    }

    @Test
    void nobodyIsSignedInWithoutClaims() throws Exception {
        assertEquals("t", sql.text("select auth.uid() is null"));
        assertEquals(
                "t",
                sql.inOneTransaction("select set_config('request.jwt.claims', '', true)", "select auth.uid() is null"));
    }

    @Test
    void aMigrationMayReferToUsersAndPutATriggerOnThem() throws Exception {
        sql.execute(
                "create table public.profiles (id uuid primary key references auth.users (id) on delete cascade)",
                "create function public.handle_new_user() returns trigger language plpgsql security definer"
                        + " set search_path = '' as $$ begin insert into public.profiles values (new.id); return new;"
                        + " end $$",
                "create trigger on_auth_user_created after insert on auth.users"
                        + " for each row execute function public.handle_new_user()");
        Sql.on(database.as("supabase_auth_admin")).execute("insert into auth.users (id) values ('" + SOMEBODY + "')");
        assertEquals(SOMEBODY, sql.text("select id from public.profiles"));
        sql.execute("delete from auth.users");
        assertEquals("0", sql.text("select count(*) from public.profiles"));
    }

    @Test
    void theRolesOfTheApiSeeNoUsers() {
        assertThrows(SQLException.class, () -> sql.inOneTransaction("set local role anon", "select * from auth.users"));
        assertThrows(
                SQLException.class,
                () -> sql.inOneTransaction("set local role authenticated", "select * from auth.users"));
    }

    @Test
    void theUsualExtensionsAreWhereSupabaseHasThem() throws Exception {
        assertEquals(
                List.of("pgcrypto", "uuid-ossp"),
                sql.texts("select extname from pg_extension where extnamespace = 'extensions'::regnamespace"
                        + " order by extname collate \"C\""));
        assertEquals("t", sql.text("select gen_salt('bf') is not null"));
    }

    @Test
    void preparingItAgainChangesNothing(@TempDir Path directory) throws Exception {
        String users = "insert into auth.users (id) values ('" + SOMEBODY + "')";
        try (LocalPostgres first = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            Sql.on(first.database()).execute(users);
        }
        try (LocalPostgres second = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            assertEquals(SOMEBODY, Sql.on(second.database()).text("select id from auth.users"));
        }
    }
}
