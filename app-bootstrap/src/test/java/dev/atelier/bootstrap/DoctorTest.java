package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.adapter.postgres.Pgvector;
import dev.atelier.adapter.r2.R2Adapter;
import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPooler;
import dev.atelier.local.LocalRedis;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import dev.atelier.local.RedisOptions;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault, seeded into real servers where they can have it, is named together with what to do about it. */
class DoctorTest {

    private static final String OWN_SECRET = "sesame-of-this-project-alone-1234567890";
    private static final String OPENROUTER_KEY = "sk-or-sesame";
    private static final String TAVILY_KEY = "tvly-sesame";

    private static LocalStack stack;
    private static Map<String, String> healthy;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.temporary());
        Migrations.migrate(DatabaseUrl.parse(stack.postgres().database().url()), Pgvector.WHERE_AVAILABLE);
        var settings = new HashMap<>(stack.environment());
        settings.putAll(Map.of(
                "APP_ENV", "development",
                "AI_PROVIDER", "offline",
                "FRONTEND_URL", "http://localhost:3000"));
        healthy = Map.copyOf(settings);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** What was told, and whether nothing has failed. */
    private record Report(boolean fine, List<String> lines) {

        static Report of(Map<String, String> settings) {
            return of(settings, InstantSource.system());
        }

        static Report of(Map<String, String> settings, InstantSource clock) {
            var out = new ByteArrayOutputStream();
            boolean fine = new Doctor(settings, new PrintStream(out, true, UTF_8), clock).examine();
            var report = new Report(fine, out.toString(UTF_8).lines().toList());
            assertTrue(
                    report.lines.stream().allMatch(line -> line.matches("(ok      |warning |FAILED  ) [a-z]+ +\\S.*")),
                    report::toString);
            assertFalse(report.toString().contains("sesame"), report::toString);
            return report;
        }

        void failed(String name, String seen, String remedy) {
            assertFalse(fine, this::toString);
            says("FAILED", name, seen, remedy);
        }

        void warned(String name, String seen, String remedy) {
            says("warning", name, seen, remedy);
        }

        /** A line of another service may not be hurt by it. */
        void ok(String... names) {
            for (String name : names) {
                says("ok", name, "", "");
            }
        }

        private void says(String result, String name, String seen, String remedy) {
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.matches("%s +%s .*".formatted(result, name))
                                    && line.contains(seen)
                                    && line.indexOf(remedy, line.indexOf(seen) + seen.length()) >= 0),
                    () -> "%s %s: %s ... %s in %s".formatted(result, name, seen, remedy, this));
        }
    }

    private static Map<String, String> with(String name, String value) {
        return Settings.with(healthy, name, value);
    }

    // settings

    @Test
    void nothing_wrong_is_told_as_such() {
        var report = Report.of(healthy);

        assertTrue(report.fine(), report::toString);
        report.ok("settings", "storage", "queue", "auth", "mail");
        report.says("ok", "database", "schema", "");
    }

    @Test
    void a_setting_that_is_missing() {
        Report.of(Settings.without(healthy, "REDIS_URL"))
                .failed("settings", "REDIS_URL: is not set", "redis://redis:6379");
    }

    @Test
    void an_address_of_the_frontend_that_is_none() {
        Report.of(with("FRONTEND_URL", "app.example.com"))
                .failed("settings", "FRONTEND_URL", "https://app.example.com");
    }

    @Test
    void an_address_of_the_frontend_with_a_path() {
        Report.of(with("FRONTEND_URL", "http://localhost:3000/app"))
                .warned("settings", "FRONTEND_URL has more than scheme, host and port", "origin alone");
    }

    @Test
    void a_secret_that_everybody_knows() {
        var settings = new HashMap<>(healthy);
        settings.put("APP_ENV", "production");
        settings.put("AI_PROVIDER", "openrouter");
        settings.put("OPENROUTER_API_KEY", OPENROUTER_KEY);
        settings.put("SUPABASE_JWT_SECRET", "super-secret-jwt-token-with-at-least-32-characters-long");

        Report.of(settings).failed("settings", "SUPABASE_JWT_SECRET", "legacy JWT secret");
    }

    @Test
    void users_of_one_project_and_the_database_of_another() {
        var settings = new HashMap<>(healthy);
        settings.put("DATABASE_URL", "postgresql://postgres:sesame@db.abcdefghijklmnopqrst.supabase.co:1/postgres");
        settings.put("SUPABASE_URL", "https://zzzzzzzzzzzzzzzzzzzz.supabase.co");

        Report.of(settings).failed("settings", "project zzzzzzzzzzzzzzzzzzzz", "same project");
    }

    // the database

    @Test
    void a_wrong_password_of_the_database() {
        Report.of(with("DATABASE_URL", stack.postgres().database().url().replace(":postgres@", ":sesame@")))
                .failed("database", "password", "Project Settings, Database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://postgres:sesame@localhost:1/postgres",
                "postgresql://postgres:sesame@nowhere.invalid/postgres"
            })
    void a_database_that_cannot_be_reached(String url) {
        var report = Report.of(with("DATABASE_URL", url));

        report.failed("database", "", "Check DATABASE_URL");
        report.ok("storage", "queue", "auth");
    }

    @Test
    void a_database_that_is_not_there() {
        Report.of(with("DATABASE_URL", stack.postgres().database().url().replaceFirst("/postgres$", "/nothing")))
                .failed("database", "does not exist", "at Supabase it is postgres");
    }

    @Test
    void a_project_that_the_pooler_does_not_know() throws IOException {
        try (var pooler = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(pooler));

            Report.of(with(
                            "DATABASE_URL",
                            "postgresql://postgres.nobody:sesame@localhost:%d/postgres?sslmode=disable"
                                    .formatted(pooler.getLocalPort())))
                    .failed("database", "enant or user not found", "the user must be postgres.REF");
        }
    }

    /** As Supavisor does: PostgreSQL's ErrorResponse to whoever begins. */
    private static void refuse(ServerSocket pooler) {
        var said = "SFATAL\0VFATAL\0CXX000\0MTenant or user not found\0\0".getBytes(UTF_8);
        while (!pooler.isClosed()) {
            try (var client = pooler.accept();
                    var out = new DataOutputStream(client.getOutputStream())) {
                int length = new DataInputStream(client.getInputStream()).readInt();
                client.getInputStream().readNBytes(length - Integer.BYTES);
                out.writeByte('E');
                out.writeInt(said.length + Integer.BYTES);
                out.write(said);
            } catch (IOException ended) {
                // or the client has gone
            }
        }
    }

    @Test
    void a_transaction_pooler_that_was_not_recognised() {
        try (var pooler = LocalPooler.start(stack.postgres(), 0)) {
            var known = pooler.url(stack.postgres().database());

            var report = Report.of(with("DATABASE_URL", known.replaceFirst("\\?.*", "")));

            report.failed("database", "transaction pooler", "?pgbouncer=true");
            Report.of(with("DATABASE_URL", known)).ok("database");
        }
    }

    @Test
    void a_schema_that_is_not_there() {
        var empty = stack.postgres().newDatabase();
        Report.of(with("DATABASE_URL", empty.url()))
                .failed("database", "migrations are missing", "bin/atelier migrate");
        stack.postgres().drop(empty);
    }

    @Test
    void a_schema_that_is_newer_than_the_program() {
        seeded(
                        "insert into atelier.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success)"
                                + " values (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1, 'postgres', 1, true)")
                .warned("database", "newer than this program", "Start the newer version");
    }

    @Test
    void pgvector_that_production_needs() {
        var settings = new HashMap<>(healthy);
        var database = migrated();
        execute(database, "drop extension if exists vector cascade");
        settings.put("DATABASE_URL", database.url());

        Report.of(settings).warned("database", "pgvector", "Install pgvector");

        settings.put("APP_ENV", "production");
        settings.put("AI_PROVIDER", "openrouter");
        settings.put("OPENROUTER_API_KEY", OPENROUTER_KEY);
        settings.put("OPENROUTER_BASE_URL", "http://localhost:1");
        Report.of(settings).failed("database", "pgvector", "Database, Extensions");
    }

    @Test
    void a_table_without_row_level_security() {
        seeded("alter table public.projects disable row level security")
                .failed("database", "no row level security", "alter table public.projects enable row level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anon", "authenticated", "public"})
    void a_table_that_is_granted_to_browsers(String role) {
        seeded("grant select on public.documents to " + role)
                .failed("database", "granted", "revoke all on public.documents");
    }

    @Test
    void a_trigger_that_makes_no_users() {
        seededAs("supabase_auth_admin", "alter table auth.users disable trigger atelier_user_inserted")
                .failed("database", "atelier_user_inserted", "create or replace trigger");
    }

    @Test
    void users_without_a_row() {
        var database = migrated();
        execute(
                database.as("supabase_auth_admin"),
                "insert into auth.users (id, email) values (gen_random_uuid(), 'a@b.c')");
        execute(database, "delete from public.users");

        Report.of(with("DATABASE_URL", database.url()))
                .failed("database", "1 users of auth.users have no row", "insert into public.users");
    }

    @Test
    void more_connections_than_are_admitted() {
        var database = migrated();
        execute(database, "alter database \"%s\" connection limit 4".formatted(database.name()));

        Report.of(with("DATABASE_URL", database.url()))
                .failed("database", "only 4 of the 10 connections", "Lower DATABASE_POOL_SIZE");
    }

    @Test
    void a_clock_that_is_wrong() {
        var report = Report.of(healthy, () -> InstantSource.system().instant().plus(Duration.ofHours(1)));

        report.failed("database", "ahead of that of the database", "Set the clock");
        report.failed("storage", "ahead of that of the storage", "Set the clock");
    }

    // storage

    @Test
    void a_bucket_that_is_not_there() {
        Report.of(with("R2_BUCKET", "nothing")).failed("storage", "404", "check R2_BUCKET");
    }

    @Test
    void keys_that_are_refused() {
        Report.of(with("R2_SECRET_KEY", "sesame")).failed("storage", "403", "check R2_ACCESS_KEY");
    }

    @Test
    void keys_that_may_not_write() {
        try (var readOnly = StandIn.answering(
                exchange -> new StandIn.Answer(exchange.getRequestMethod().equals("PUT") ? 403 : 200, ""))) {
            Report.of(with("R2_ENDPOINT", readOnly.address()))
                    .failed("storage", "cannot write an object: status 403", "Object Read & Write");
        }
    }

    @Test
    void a_bucket_that_is_not_public() {
        try (var closed = StandIn.answering(404, "")) {
            Report.of(with("R2_PUBLIC_URL", closed.address()))
                    .failed(
                            "storage",
                            "R2_PUBLIC_URL does not lead to the bucket's objects: status 404",
                            "Make the bucket public");
        }
    }

    @Test
    void a_public_address_that_leads_nowhere() {
        Report.of(with("R2_PUBLIC_URL", "http://localhost:1"))
                .failed("storage", "R2_PUBLIC_URL cannot be reached", "custom domain");
    }

    @Test
    void a_bucket_that_lets_no_browser_in() {
        try (var strict = StandIn.answering(
                exchange -> new StandIn.Answer(exchange.getRequestMethod().equals("OPTIONS") ? 403 : 200, ""))) {
            Report.of(with("R2_ENDPOINT", strict.address()))
                    .failed("storage", "CORS rules do not let http://localhost:3000 PUT", "docs/operations.md");
        }
    }

    @Test
    void nothing_is_left_in_the_bucket() {
        var before = objects();
        Report.of(healthy).ok("storage");

        assertEquals(before, objects());
    }

    private static String objects() {
        try (var r2 = R2Adapter.open(AppConfig.read(healthy, Role.BACKEND).storage())) {
            return r2.storage().list("", 1000).items().toString();
        }
    }

    // Redis

    @Test
    void a_redis_that_throws_keys_away() {
        withRedis("CONFIG SET maxmemory-policy allkeys-lru").warned("queue", "allkeys-lru", "noeviction");
    }

    @Test
    void a_redis_that_takes_no_keys_because_it_is_a_replica() {
        withRedis("REPLICAOF 127.0.0.1 1").failed("queue", "READONLY", "name the primary");
    }

    @Test
    void a_redis_that_is_full() {
        withRedis("CONFIG SET maxmemory 1").failed("queue", "OOM", "more maxmemory");
    }

    @Test
    void a_wrong_password_of_redis() {
        var report = Report.of(with("REDIS_URL", stack.redis().url().replace("redis://", "redis://:sesame@")));

        report.failed("queue", "", "Check");
        assertTrue(report.toString().contains("REDIS_URL"), report::toString);
    }

    @Test
    void a_redis_that_cannot_be_reached() {
        Report.of(with("REDIS_URL", "redis://:sesame@localhost:1")).failed("queue", "redis", "Check REDIS_URL");
    }

    private static Report withRedis(String command) {
        try (var redis = LocalRedis.start(RedisOptions.temporary())) {
            RedisCommand.send(URI.create(redis.url()), command);
            return Report.of(with("REDIS_URL", redis.url()));
        }
    }

    // users

    @Test
    void a_project_without_keys_that_tokens_could_be_signed_with() {
        try (var old =
                StandIn.answering(exchange -> exchange.getRequestURI().getPath().endsWith("jwks.json")
                        ? new StandIn.Answer(200, "{\"keys\":[]}")
                        : new StandIn.Answer(404, ""))) {
            var settings = with("SUPABASE_URL", old.address());

            Report.of(settings).warned("auth", "no signing keys", "set SUPABASE_JWT_SECRET");
            Report.of(Settings.with(settings, "SUPABASE_JWT_SECRET", OWN_SECRET))
                    .ok("auth");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "%s/auth/v1"})
    void keys_that_cannot_be_had(String address) {
        Report.of(with("SUPABASE_URL", address.formatted(stack.environment().get("SUPABASE_URL"))))
                .failed("auth", "cannot be had", "Check SUPABASE_URL");
    }

    @Test
    void a_project_that_has_another_name() {
        try (var other = StandIn.answering(200, "{\"keys\":[],\"issuer\":\"https://id.example.com/auth/v1\"}")) {
            Report.of(with("SUPABASE_URL", other.address()))
                    .failed("auth", "calls itself https://id.example.com/auth/v1", "Set SUPABASE_URL");
        }
    }

    // paid services

    @ParameterizedTest
    @CsvSource({"models, OPENROUTER", "search, TAVILY", "mail, BREVO"})
    void keys_of_paid_services_that_are_refused(String name, String variable) {
        try (var refusing = StandIn.answering(DoctorTest::refused)) {
            var settings = new HashMap<>(healthy);
            settings.put("AI_PROVIDER", "openrouter");
            settings.put("OPENROUTER_API_KEY", OPENROUTER_KEY);
            settings.put("TAVILY_API_KEY", TAVILY_KEY);
            settings.put("BREVO_API_KEY", "xkeysib-sesame");
            for (String service : List.of("OPENROUTER", "TAVILY", "BREVO")) {
                settings.put(service + "_BASE_URL", refusing.address());
            }
            var report = Report.of(settings);

            report.failed(name, "401", variable + "_API_KEY");
        }
    }

    /** As impolite as can be: with the key in the answer. */
    private static StandIn.Answer refused(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var key = headers.containsKey("api-key") ? headers.getFirst("api-key") : headers.getFirst("Authorization");
        return new StandIn.Answer(
                401,
                "{\"error\":{\"code\":401,\"message\":\"who is %1$s?\"},\"code\":\"unauthorized\",\"message\":\"who is %1$s?\"}"
                        .formatted(String.valueOf(key).replace("Bearer ", "")));
    }

    @Test
    void a_sender_that_is_not_verified() {
        Report.of(with("FROM_EMAIL", "stranger@example.org"))
                .failed("mail", "not verified the sender stranger@example.org", "FROM_EMAIL");
    }

    @Test
    void what_never_answers_does_not_keep_the_doctor() {
        try (var silent = new ServerSocket(0)) {
            long began = System.nanoTime();
            var address = "http://localhost:" + silent.getLocalPort();
            var settings = new HashMap<>(healthy);
            settings.put("SUPABASE_URL", address);
            settings.put("R2_PUBLIC_URL", address);
            settings.put(
                    "DATABASE_URL",
                    "postgresql://postgres:sesame@localhost:%d/postgres".formatted(silent.getLocalPort()));
            settings.put("REDIS_URL", "redis://localhost:" + silent.getLocalPort());
            var report = Report.of(settings);

            report.failed("auth", "", "SUPABASE_URL");
            report.failed("database", "", "DATABASE_URL");
            report.failed("queue", "", "REDIS_URL");
            report.failed("storage", "R2_PUBLIC_URL", "");
            assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 45, report::toString);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDatabase migrated() {
        var database = stack.postgres().newDatabase();
        Migrations.migrate(DatabaseUrl.parse(database.url()), Pgvector.WHERE_AVAILABLE);
        return database;
    }

    private static Report seeded(String sql) {
        return seededAs("postgres", sql);
    }

    private static Report seededAs(String role, String sql) {
        var database = migrated();
        execute(database.as(role), sql);
        return Report.of(with("DATABASE_URL", database.url()));
    }

    private static void execute(LocalDatabase database, String sql) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
