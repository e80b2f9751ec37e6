package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPooler;
import dev.atelier.local.LocalPostgres;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import dev.atelier.local.PostgresOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backend with clients that never pause, while its database is killed, restarted or fails over. Nobody waits longer than
 * five seconds, everybody is told to come again, nothing that was acknowledged is lost, and nobody restarts the backend.
 */
class OutageUnderLoadTest {

    private static final int CLIENTS = 40;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static LocalStack stack;

    @TempDir
    private Path data;

    private LocalPostgres postgres;

    @BeforeAll
    static void startEverythingElse() {
        stack = LocalStack.start(LocalStackOptions.temporary());
    }

    @AfterAll
    static void stopEverythingElse() {
        stack.close();
    }

    @BeforeEach
    void start() {
        postgres = LocalPostgres.start(PostgresOptions.keptIn(data, 0));
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void a_server_that_is_killed_and_comes_back() {
        withLoad(postgres.database().url(), load -> {
            postgres.kill();
            awaitRefusals(load);
            startAgain();
        });
    }

    @Test
    void a_server_that_is_restarted_in_order() {
        withLoad(postgres.database().url(), load -> {
            postgres.close();
            startAgain();
        });
    }

    @Test
    void a_pooler_that_fails_over() {
        var pooler = new LocalPooler[] {LocalPooler.start(postgres, 0)};
        try {
            withLoad(pooler[0].url(postgres.database()), load -> {
                int port = pooler[0].port();
                pooler[0].close();
                awaitRefusals(load);
                pooler[0] = LocalPooler.start(postgres, port);
            });
        } finally {
            pooler[0].close();
        }
    }

    @Test
    void a_server_behind_a_pooler_that_is_killed_and_comes_back() {
        try (var pooler = LocalPooler.start(postgres, 0)) {
            withLoad(pooler.url(postgres.database()), load -> {
                postgres.kill();
                awaitRefusals(load);
                startAgain();
            });
        }
    }

    private interface Outage {
        void happen(ApiLoad load);
    }

    private void withLoad(String databaseUrl, Outage outage) {
        try (var backend = App.startBackend(AppConfig.read(environment(databaseUrl), Role.BACKEND))) {
            var user = ApiClient.signUp(stack.environment(), backend.port());
            provision();
            List<ApiLoad.Outcome> outcomes;
            try (var load = ApiLoad.start(CLIENTS, user)) {
                awaitSuccesses(load, System.nanoTime());
                outage.happen(load);
                awaitSuccesses(load, System.nanoTime());
                outcomes = load.outcomes();
            }
            assertTold(outcomes);
            assertKept(outcomes);
        }
    }

    private static Map<String, String> environment(String databaseUrl) {
        var settings = new HashMap<>(stack.environment());
        settings.putAll(Map.of(
                "DATABASE_URL", databaseUrl,
                "APP_ENV", "development",
                "AI_PROVIDER", "offline",
                "FRONTEND_URL", "http://localhost:3000",
                "PORT", "0"));
        return settings;
    }

    /** Whoever has signed up at the stack has signed up here. */
    private void provision() {
        var auth = postgres.database().as("supabase_auth_admin");
        for (var id : column(stack.postgres().database().as("supabase_auth_admin"), "select id from auth.users")) {
            column(
                    auth,
                    "insert into auth.users (id, email) values ('%s', '%s@example.com') on conflict do nothing returning id"
                            .formatted(id, id));
        }
    }

    private void startAgain() {
        postgres = LocalPostgres.start(PostgresOptions.keptIn(data, postgres.port()));
    }

    /** Until every client has been refused. */
    private static void awaitRefusals(ApiLoad load) {
        long since = System.nanoTime();
        await(() -> load.outcomesSince(since).stream()
                        .filter(outcome -> !outcome.isSuccess())
                        .map(ApiLoad.Outcome::client)
                        .distinct()
                        .count()
                == CLIENTS);
    }

    /** Until every client has been served, reading and writing, and nobody has been refused for some time. */
    private static void awaitSuccesses(ApiLoad load, long since) {
        await(() -> {
            var latest = load.outcomesSince(
                    Math.max(since, System.nanoTime() - Duration.ofMillis(500).toNanos()));
            return latest.stream().allMatch(ApiLoad.Outcome::isSuccess)
                    && latest.stream()
                                    .filter(outcome -> outcome.created().isPresent())
                                    .map(ApiLoad.Outcome::client)
                                    .distinct()
                                    .count()
                            == CLIENTS;
        });
    }

    private static void assertTold(List<ApiLoad.Outcome> outcomes) {
        assertEquals(
                Set.of(),
                outcomes.stream()
                        .filter(outcome -> !outcome.isSuccess())
                        .filter(outcome -> outcome.status() != 503
                                || !outcome.retryAfter()
                                || !outcome.body().contains("\"code\":\"database_unavailable\""))
                        .collect(Collectors.toSet()));
        var slowest = outcomes.stream()
                .map(ApiLoad.Outcome::took)
                .max(Duration::compareTo)
                .orElseThrow();
        assertTrue(slowest.compareTo(LONGEST_WAIT) < 0, () -> "somebody waited " + slowest);
    }

    private void assertKept(List<ApiLoad.Outcome> outcomes) {
        var acknowledged = outcomes.stream()
                .map(ApiLoad.Outcome::created)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(column(postgres.database(), "select id from public.projects"));
        assertEquals(Set.of(), lost);
    }

    private static Set<String> column(LocalDatabase database, String sql) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it has not happened within 30 s");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
