package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static dev.atelier.application.TestCore.awaitUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.run.TextModel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker goes on with the next step of a run itself, and neither others nor a worker that ends have to suffer from it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StepsInARowTest {

    private static final int LENGTH = 30;

    private final TestCore test = new TestCore();

    @Test
    void steps_follow_each_other_without_a_claim_between_them_and_each_is_done_once() throws InterruptedException {
        var claimed = new AtomicInteger();
        test.jobs(Calls.before(JobRepository.class, test.adapters.jobs(), "insertClaimed", claimed::incrementAndGet));
        var run = test.start(chain(LENGTH));
        try (var worker = test.worker(1)) {
            assertEquals(RunStatus.COMPLETED, test.await(run).status());
        }
        var steps = LENGTH + 2; // with the start and the end
        assertTrue(claimed.get() > 1, claimed::toString);
        assertEquals(inOrder(LENGTH), prompts());
        var jobs = test.core().jobOperations().list(JobFilter.ALL, 100).stream()
                .filter(record -> record.job().task() instanceof Task.ExecuteStep)
                .toList();
        assertEquals(steps, jobs.size());
        assertTrue(jobs.stream().allMatch(job -> job.state() == JobState.DONE && job.attempt() == 1), jobs::toString);
        var events = test.events(run);
        assertEquals(steps, count(events, RunEvent.Type.STEP_STARTED));
        assertEquals(steps, count(events, RunEvent.Type.STEP_COMPLETED));
        assertEquals(
                IntStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(event -> (int) event.number()).toList());
    }

    /** Who takes a step up from the queue reads all that is done; nobody does when a step ends. */
    @Test
    void what_a_worker_knows_to_be_done_it_does_not_read_again() {
        var claimed = new AtomicInteger();
        test.jobs(Calls.before(JobRepository.class, test.adapters.jobs(), "insertClaimed", claimed::incrementAndGet));
        var readMany = new AtomicInteger();
        test.runs(Calls.watched(
                RunRepository.class,
                test.adapters.runs(),
                "newestSteps",
                steps -> readMany.addAndGet(((Collection<?>) steps).size() > 1 ? 1 : 0)));
        var run = test.start(chain(LENGTH));
        try (var worker = test.worker(1)) {
            assertEquals(RunStatus.COMPLETED, test.await(run).status());
        }
        int fromTheQueue = LENGTH + 2 - claimed.get();
        assertTrue(readMany.get() <= fromTheQueue, () -> readMany + " times, " + fromTheQueue + " from the queue");
    }

    @Test
    void a_run_that_has_many_steps_lets_others_have_their_turn() {
        test.textModel(slow());
        var other = test.newUser();
        var run = test.start(chain(100));
        try (var worker = test.worker(1)) {
            awaitThat(() -> prompts().size() > 3);
            test.adapters
                    .jobs()
                    .insert(new Job(
                            new JobId(UUID.randomUUID()),
                            other,
                            Queue.INTERACTIVE,
                            new Task.RemoveDeletedFiles(),
                            Optional.empty()));
            awaitThat(() -> test.core().jobs().list(other, PageRequest.first(1)).items().stream()
                    .allMatch(job -> job.state() == JobState.DONE));

            assertNotEquals(
                    RunStatus.COMPLETED,
                    test.core().runs().get(test.ada, run.id()).status());
        }
    }

    @Test
    void a_worker_that_is_closed_ends_the_step_in_hand_and_takes_on_no_other() {
        test.textModel(slow());
        var run = test.start(chain(LENGTH));
        try (var worker = test.worker(1)) {
            awaitThat(() -> prompts().size() > 3);
        }
        assertTrue(prompts().size() < LENGTH, () -> prompts().toString());
        assertFalse(test.core().jobOperations().list(JobFilter.ALL, 100).stream()
                .anyMatch(job -> job.state() == JobState.CLAIMED));

        try (var next = test.worker(1)) {
            assertEquals(RunStatus.COMPLETED, test.await(run).status());
        }
        assertEquals(inOrder(LENGTH), prompts());
    }

    @Test
    void the_step_that_a_stuck_worker_has_gone_on_with_is_taken_over_when_its_lease_ends() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        test.adapters.textModel().answer("first").answer(request -> {
            stuck.countDown();
            awaitUninterruptibly(release);
            throw new IllegalStateException("too late");
        });
        var run = test.start(chain(2));
        try (var first = test.worker(1)) {
            stuck.await();
            test.clock.advance(TestCore.LEASE.plusSeconds(1));
            try (var second = test.worker(1)) {
                assertEquals(RunStatus.COMPLETED, test.await(run).status());
            }
            release.countDown();
        }
        assertEquals(List.of("0", "1", "1"), prompts());
        assertEquals(1, count(test.events(run), RunEvent.Type.RUN_COMPLETED));
    }

    private TextModel slow() {
        return Calls.before(
                TextModel.class,
                test.adapters.textModel(),
                "write",
                () -> LockSupport.parkNanos(Duration.ofMillis(50).toNanos()));
    }

    /** {@code start -> 0 -> 1 -> ... -> finish}. */
    private static ObjectValue chain(int length) {
        var texts = IntStream.range(0, length)
                .mapToObj(i -> Definitions.node(
                        "text" + i, "text_generation", ObjectValue.EMPTY.with("prompt", Value.of(String.valueOf(i)))));
        var start = Definitions.node("start", "start", ObjectValue.EMPTY);
        var finish = Definitions.node("finish", "finish", ObjectValue.EMPTY);
        return Definitions.chain(Stream.of(Stream.of(start), texts, Stream.of(finish))
                .flatMap(nodes -> nodes)
                .toArray(ObjectValue[]::new));
    }

    private static List<String> inOrder(int length) {
        return IntStream.range(0, length).mapToObj(String::valueOf).toList();
    }

    private List<String> prompts() {
        return test.adapters.textModel().requests().stream()
                .map(TextModel.Request::prompt)
                .toList();
    }

    private static long count(List<RunEvent> events, RunEvent.Type type) {
        return events.stream().filter(event -> event.type() == type).count();
    }
}
