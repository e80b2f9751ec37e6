package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.PortFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the database, or the way to it, fails. */
class OutagesTest {

    /** Nobody waits longer than that. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Cable cable = Cable.to(DATABASE.url().port());
    private final PostgresAdapter adapter = PostgresAdapter.open(new PostgresSettings(cable.url(DATABASE.url()), 2));
    private UserId user = new UserId(new UUID(0, 0));

    @BeforeEach
    void signUp() {
        DATABASE.clear();
        user = DATABASE.signUp("ada@example.com", "{}");
        assertWorks();
    }

    @AfterEach
    void close() {
        assertEquals(0, adapter.connectionsInUse(), "connections still in use");
        adapter.close();
        cable.close();
    }

    @Test
    void a_database_that_is_away_is_a_failure_to_try_again_and_comes_back_by_itself() {
        cable.pull();

        assertFailsInTime();

        cable.mend();
        assertComesBack();
    }

    @Test
    void a_database_that_says_nothing_is_a_failure_to_try_again_and_comes_back_by_itself() {
        cable.silence();

        assertFailsInTime();

        cable.mend();
        assertComesBack();
    }

    @Test
    void when_the_answer_to_a_commit_is_lost_nobody_knows_whether_it_was_done() {
        cable.loseTheAnswerTo("COMMIT");

        assertThrows(
                PortFailure.OutcomeUnknown.class,
                () -> adapter.transactions().run(() -> adapter.projects().insert(project())));
        assertEquals(List.of("1"), DATABASE.query("select count(*) from public.projects"));
    }

    @Test
    void when_the_answer_to_a_single_change_is_lost_nobody_knows_whether_it_was_done() {
        cable.loseTheAnswerTo("insert into public.projects");

        assertThrows(PortFailure.OutcomeUnknown.class, () -> adapter.projects().insert(project()));
        assertEquals(List.of("1"), DATABASE.query("select count(*) from public.projects"));
    }

    @Test
    void when_the_answer_to_a_question_is_lost_it_may_be_asked_again() {
        cable.loseTheAnswerTo("from public.projects");

        assertThrows(PortFailure.Retryable.class, () -> adapter.projects().list(user, PageRequest.first(1)));
    }

    @Test
    void nothing_follows_a_commit_of_unknown_outcome() {
        var followed = new AtomicBoolean();
        cable.loseTheAnswerTo("COMMIT");

        assertThrows(
                PortFailure.OutcomeUnknown.class,
                () -> adapter.transactions().run(() -> {
                    adapter.projects().insert(project());
                    adapter.transactions().afterCommit(() -> followed.set(true));
                }));

        assertFalse(followed.get());
    }

    @Test
    void when_the_connection_is_lost_within_a_transaction_nothing_is_done() {
        assertThrows(
                PortFailure.Retryable.class,
                () -> adapter.transactions().run(() -> {
                    DATABASE.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + DATABASE.url().database() + "' and application_name = 'atelier'");
                    adapter.projects().list(user, PageRequest.first(1));
                }));
        assertComesBack();
    }

    @Test
    void who_gets_no_connection_in_time_may_try_again() throws InterruptedException {
        var taken = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        var holders = List.of(hold(taken, release), hold(taken, release));
        taken.await();

        try {
            assertFailsInTime();
        } finally {
            release.countDown();
        }
        for (var holder : holders) {
            holder.join();
        }
        assertComesBack();
    }

    @Test
    void a_statement_that_takes_too_long_is_stopped() {
        var locked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = Thread.ofVirtual()
                .start(() -> adapter.transactions().run(() -> {
                    takeKey();
                    locked.countDown();
                    awaitQuietly(release);
                }));
        awaitQuietly(locked);

        try {
            var failure = assertTimeoutPreemptively(
                    LIMIT,
                    () -> assertThrows(
                            PortFailure.Retryable.class,
                            () -> adapter.transactions().run(this::takeKey)));

            assertTrue(failure.isTimeout(), failure::toString);
        } finally {
            release.countDown();
            join(holder);
        }
    }

    @Test
    void a_database_that_does_not_let_us_in_is_a_failure_in_time_without_the_password() {
        var url = DatabaseUrl.parse("postgresql://postgres:sesame@localhost:%d/nowhere"
                .formatted(DATABASE.url().port()));
        try (var wrong = PostgresAdapter.open(new PostgresSettings(url, 1))) {
            var failure = assertTimeoutPreemptively(
                    LIMIT,
                    () -> assertThrows(PortFailure.class, () -> wrong.users().find(user)));

            assertFalse(printed(failure).contains("sesame"), () -> printed(failure));
        }
    }

    @Test
    void what_the_database_refuses_is_permanent_and_what_a_user_wrote_is_not_told() {
        var project = project();
        adapter.projects().insert(project);
        var twice = assertThrows(
                PortFailure.Permanent.class, () -> adapter.projects().insert(project));
        DATABASE.execute("alter table public.projects add constraint short_names check (length(name) < 3) not valid");
        try {
            var refused = assertThrows(
                    PortFailure.Permanent.class, () -> adapter.projects().insert(project()));

            assertTrue(twice.getMessage().contains("projects_pkey"), twice::getMessage);
            assertTrue(refused.getMessage().contains("short_names"), refused::getMessage);
            assertFalse(printed(twice).contains("Top secret"), () -> printed(twice));
            assertFalse(printed(refused).contains("Top secret"), () -> printed(refused));
        } finally {
            DATABASE.execute("alter table public.projects drop constraint short_names");
        }
    }

    private Project project() {
        return Project.create(
                new ProjectId(UUID.randomUUID()),
                user,
                new ProjectDetails("Top secret", ""),
                Instant.parse("2026-11-01T12:00:00Z"));
    }

    /** As in a log. */
    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** The key of an idempotent request is locked until the end of the transaction. */
    private void takeKey() {
        adapter.idempotency().take(user, "key", Instant.parse("2026-11-01T12:00:00Z"));
    }

    private Thread hold(CountDownLatch taken, CountDownLatch release) {
        return Thread.ofVirtual()
                .start(() -> adapter.transactions().run(() -> {
                    adapter.users().find(user);
                    taken.countDown();
                    awaitQuietly(release);
                }));
    }

    private void assertWorks() {
        assertTrue(adapter.users().find(user).isPresent());
    }

    private void assertFailsInTime() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> assertThrows(
                        PortFailure.Retryable.class, () -> adapter.users().find(user)));
    }

    private void assertComesBack() {
        assertTimeoutPreemptively(LIMIT.multipliedBy(2), () -> {
            while (true) {
                try {
                    assertWorks();
                    return;
                } catch (PortFailure.Retryable notYet) {
                    Thread.onSpinWait();
                }
            }
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
