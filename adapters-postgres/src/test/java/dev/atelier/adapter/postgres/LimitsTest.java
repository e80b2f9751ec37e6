package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.local.LocalPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is limited stays so whatever plan PostgreSQL prefers: it may run a subquery again for each row. */
class LimitsTest {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void drop() {
        LocalPostgres.shared().drop(database.database());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable_nestloop", "enable_hashjoin", "enable_hashagg", "enable_indexscan"})
    void claims_are_no_more_than_asked_for(String without) {
        try (var adapter = without(without)) {
            var owner = database.signUp("ada@example.com", "{}");
            for (int i = 0; i < 20; i++) {
                adapter.jobs()
                        .insert(new Job(
                                new JobId(UUID.randomUUID()),
                                owner,
                                Queue.BULK,
                                new Task.RemoveDeletedFiles(),
                                Optional.empty()));
            }
            database.execute("analyze");

            assertEquals(
                    3,
                    adapter.jobs()
                            .claimDue(Set.of(Queue.BULK), 3, 10, LEASE)
                            .claims()
                            .size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable_nestloop", "enable_hashjoin", "enable_hashagg", "enable_indexscan"})
    void removals_are_no_more_than_asked_for(String without) {
        try (var adapter = without(without)) {
            database.signUp("ada@example.com", "{}");
            database.execute("""
                    insert into public.idempotency_keys (owner_id, key_sha256, fingerprint, answer, expires_at)
                    select id, number::text, 'x', 'x', '2026-01-01' from public.users, generate_series(1, 20) as number
                    """);
            database.execute("analyze");

            assertEquals(3, adapter.idempotency().removeExpired(Instant.parse("2026-11-01T12:00:00Z"), 3));
        }
    }

    private PostgresAdapter without(String setting) {
        var others = setting.equals("enable_nestloop") ? "" : "%20-c%20enable_hashjoin=off%20-c%20enable_mergejoin=off";
        return PostgresAdapter.open(new PostgresSettings(
                DatabaseUrl.parse(database.database().url() + "?options=-c%20" + setting + "=off%20-c%20enable_sort=off"
                        + others),
                2));
    }
}
