package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.port.out.file.FileRepository;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of jobs, whatever they are for. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobsTest {

    private final TestCore test = new TestCore();

    @Test
    void a_job_is_seen_by_its_owner_and_by_nobody_else() {
        var run = test.start(Definitions.text("x"));
        var jobs = test.core().jobs();
        var job = jobs.list(test.ada, PageRequest.first(10)).items().getFirst();

        assertEquals(run.id(), ((Task.ExecuteStep) job.job().task()).run());
        assertEquals(job, jobs.get(test.ada, job.job().id()));
        var stranger = test.newUser();
        assertThrows(
                DomainException.NotFound.class,
                () -> jobs.get(stranger, job.job().id()));
        assertThrows(
                DomainException.NotFound.class,
                () -> jobs.cancel(stranger, job.job().id()));
        assertEquals(List.of(), jobs.list(stranger, PageRequest.first(10)).items());
    }

    @Test
    void a_job_that_is_cancelled_fails_its_run() {
        var run = test.start(Definitions.text("x"));
        var job = only(test.ada).job().id();

        assertEquals(
                JobState.CANCELLED, test.core().jobs().cancel(test.ada, job).state());

        var failed = test.core().runs().get(test.ada, run.id());
        assertEquals(RunStatus.FAILED, failed.status());
        assertTrue(failed.error().orElseThrow().contains("cancelled"), failed::toString);
        assertThrows(
                DomainException.InvalidState.class, () -> test.core().jobs().cancel(test.ada, job));
    }

    @Test
    void what_a_worker_does_for_a_job_that_is_cancelled_meanwhile_does_not_count() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        test.adapters.textModel().answer(request -> {
            begun.countDown();
            awaitQuietly(cancelled);
            throw new IllegalStateException("too late anyway");
        });
        var run = test.start(Definitions.text("x"));
        try (var worker = test.worker(1)) {
            begun.await();
            var job = test.core()
                    .jobOperations()
                    .list(claimed(), 10)
                    .getFirst()
                    .job()
                    .id();
            test.core().jobs().cancel(test.ada, job);
            cancelled.countDown();
        }
        var failed = test.core().runs().get(test.ada, run.id());
        assertTrue(failed.error().orElseThrow().contains("cancelled"), failed::toString);
    }

    @Test
    void a_job_whose_workers_die_of_it_is_buried_and_its_run_fails() {
        var run = test.start(Definitions.text("x"));
        for (int i = 0; i < JobRunner.ATTEMPTS; i++) {
            assertEquals(1, claim().size());
            test.clock.advance(TestCore.LEASE.plusSeconds(1));
            assertEquals(1, test.adapters.jobs().releaseExpired());
        }
        try (var worker = test.worker(1)) {
            var failed = test.await(run);

            assertEquals(RunStatus.FAILED, failed.status());
            var job = only(test.ada);
            assertEquals(JobState.DEAD, job.state());
            assertTrue(
                    failed.error().orElseThrow().contains(job.job().id().value().toString()), failed::toString);
        }
    }

    @Test
    void a_job_that_fails_is_tried_again_so_many_times_and_then_dead_with_its_error() {
        var failures = new AtomicInteger(Integer.MAX_VALUE);
        test.files(Calls.failing(FileRepository.class, test.adapters.files(), "listDeleting", failures));
        insert(test.ada, Queue.BULK);
        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                var state = only(test.ada).state();
                if (state == JobState.WAITING) {
                    test.clock.advance(Duration.ofMinutes(15));
                }
                return state == JobState.DEAD;
            });
        }
        var dead = only(test.ada);
        assertEquals(JobRunner.ATTEMPTS, dead.attempt());
        assertTrue(dead.error().orElseThrow().contains("away for a moment"), dead::toString);

        failures.set(0);
        assertEquals(1, test.core().jobOperations().retryAllDead());
        try (var worker = test.worker(1)) {
            awaitThat(() -> only(test.ada).state() == JobState.DONE);
        }
        assertEquals(1, only(test.ada).attempt());
    }

    @Test
    void a_job_that_an_operator_drops_is_gone_and_its_run_fails() {
        var run = test.start(Definitions.text("x"));
        var operations = test.core().jobOperations();
        var job = only(test.ada).job().id();

        assertFalse(operations.drop(new JobId(UUID.randomUUID())));
        assertFalse(operations.retry(job));
        assertTrue(operations.drop(job));

        assertEquals(List.of(), operations.list(JobFilter.ALL, 10));
        assertTrue(
                test.core().runs().get(test.ada, run.id()).error().orElseThrow().contains("operator"));
    }

    @Test
    void no_user_has_more_jobs_under_way_than_allowed_and_others_are_not_held_back() throws InterruptedException {
        var release = new CountDownLatch(1);
        var working = Collections.synchronizedList(new ArrayList<UserId>());
        test.files(watching(owner -> {
            working.add(owner);
            awaitQuietly(release);
        }));
        for (int i = 0; i < 20; i++) {
            insert(test.ada, Queue.BULK);
        }
        var grace = test.newUser();
        try (var worker = test.worker(8)) {
            awaitThat(() -> working.size() == 4);
            insert(grace, Queue.BULK);
            awaitThat(() -> working.contains(grace));

            assertEquals(4, Collections.frequency(working, test.ada));
            release.countDown();
            awaitThat(() -> working.size() == 21);
        }
    }

    @Test
    void workers_do_jobs_of_their_queues_alone() {
        insert(test.ada, Queue.BULK);
        insert(test.ada, Queue.INTERACTIVE);
        try (var worker = test.worker(1, Set.of(Queue.INTERACTIVE))) {
            awaitThat(() -> state(Queue.INTERACTIVE) == JobState.DONE);
            assertEquals(JobState.WAITING, state(Queue.BULK));
        }
        try (var worker = test.worker(1, Set.of(Queue.BULK))) {
            awaitThat(() -> state(Queue.BULK) == JobState.DONE);
        }
    }

    @Test
    void jobs_claimed_ahead_that_find_no_hand_are_given_back_and_do_not_count_as_tried() {
        var release = new CountDownLatch(1);
        var working = ConcurrentHashMap.<UserId>newKeySet();
        for (int i = 0; i < 200; i++) {
            insert(test.newUser(), Queue.BULK);
        }
        test.files(watching(owner -> {
            working.add(owner);
            if (working.size() > 150) {
                awaitQuietly(release);
            }
        }));
        try (var worker = test.worker(1)) {
            awaitThat(() -> working.size() > 150);
            // the hand is busy now; what was claimed ahead is soon to be had by others
            awaitThat(() -> test.core().jobOperations().list(claimed(), 100).size() == 1);
            assertTrue(test.core().jobOperations().list(waiting(), 100).stream()
                    .allMatch(record -> record.attempt() == 0));
            release.countDown();
            awaitThat(() -> working.size() == 200);
        }
    }

    @Test
    void a_worker_that_is_closed_gives_back_what_is_not_finished_and_takes_no_more() throws InterruptedException {
        var begun = new CountDownLatch(1);
        test.files(watching(owner -> {
            begun.countDown();
            awaitQuietly(new CountDownLatch(1));
            throw new IllegalStateException("interrupted");
        }));
        insert(test.ada, Queue.BULK);
        try (var worker = test.worker(1)) {
            begun.await();
        }
        assertEquals(List.of(), test.core().jobOperations().list(claimed(), 10));
    }

    @Test
    void what_ended_long_ago_is_forgotten() {
        insert(test.ada, Queue.BULK);
        try (var worker = test.worker(1)) {
            awaitThat(() -> only(test.ada).state() == JobState.DONE);
        }
        test.clock.advance(Duration.ofDays(8));
        try (var worker = test.worker(1)) {
            awaitThat(() -> test.core().jobOperations().list(JobFilter.ALL, 10).isEmpty());
        }
    }

    private FileRepository watching(Consumer<UserId> work) {
        return (FileRepository) Proxy.newProxyInstance(
                FileRepository.class.getClassLoader(),
                new Class<?>[] {FileRepository.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("listDeleting")) {
                        work.accept((UserId) arguments[0]);
                        return List.of();
                    }
                    return method.invoke(test.adapters.files(), arguments);
                });
    }

    private void insert(UserId owner, Queue queue) {
        test.adapters
                .jobs()
                .insert(new Job(
                        new JobId(UUID.randomUUID()), owner, queue, new Task.RemoveDeletedFiles(), Optional.empty()));
    }

    private JobRecord only(UserId owner) {
        return test.core().jobs().list(owner, PageRequest.first(10)).items().getFirst();
    }

    private JobState state(Queue queue) {
        return test.core()
                .jobOperations()
                .list(new JobFilter(Optional.empty(), Optional.of(queue), Optional.empty()), 10)
                .getFirst()
                .state();
    }

    private List<?> claim() {
        return test.adapters
                .jobs()
                .claimDue(EnumSet.allOf(Queue.class), 10, 10, TestCore.LEASE)
                .claims();
    }

    private static JobFilter claimed() {
        return new JobFilter(Optional.of(JobState.CLAIMED), Optional.empty(), Optional.empty());
    }

    private static JobFilter waiting() {
        return new JobFilter(Optional.of(JobState.WAITING), Optional.empty(), Optional.empty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
