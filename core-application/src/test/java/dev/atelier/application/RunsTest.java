package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static dev.atelier.application.TestCore.awaitUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.run.RunEventStream.Token;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.memory.ScriptedImageModel;
import dev.atelier.testkit.memory.ScriptedTextModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunsTest {

    private final PortFailure busy =
            PortFailure.Retryable.unavailable(Service.TEXT_MODEL, "the model is busy", new IOException());
    private final PortFailure refused = new PortFailure.Permanent(Service.TEXT_MODEL, "the model refuses this");

    private final TestCore test = new TestCore();
    private final ScriptedTextModel textModel = test.adapters.textModel();

    @Test
    void a_run_writes_its_text_paints_its_picture_and_tells_all_of_it() throws InterruptedException {
        textModel.answer("Tea is warm.");
        var started = test.startMainJob();
        assertEquals(RunStatus.PENDING, started.status());

        Run run;
        try (var worker = test.worker(4)) {
            run = test.await(started);
        }

        assertEquals(RunStatus.COMPLETED, run.status(), () -> run.error().toString());
        assertEquals(100, run.progress());
        assertEquals("Tea is warm.", output(run, "text", "content"));
        assertEquals("On tea", output(run, "text", "title"));
        assertTrue(output(run, "picture", "file_url").startsWith("memory://public/files/"));
        assertEquals("Write about tea", textModel.requests().getFirst().prompt());
        assertEquals(
                "Paint Tea is warm.",
                test.adapters.imageModel().requests().getFirst().prompt());
        assertEquals(
                List.of(ScriptedTextModel.NAME, ScriptedImageModel.NAME),
                run.usage().models().stream().map(used -> used.model()).toList());
        var documents = test.core()
                .documents()
                .list(test.ada, run.projectId(), PageRequest.first(10))
                .items();
        assertEquals(2, documents.size());
        assertEquals(
                1,
                documents.stream()
                        .filter(document -> document.fileUrl().isPresent())
                        .count());
        var events = test.events(run);
        assertEquals(
                List.of(
                        "run.queued",
                        "run.started",
                        "step.started",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "run.completed"),
                types(events));
        assertNumbered(events);
    }

    @Test
    void what_passes_is_tried_again_after_a_while() throws InterruptedException {
        textModel.fail(busy).fail(busy).answer("At last.");
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            var run = test.await(started);

            assertEquals(RunStatus.COMPLETED, run.status());
            assertEquals(3, step(run, "text").attempt());
            assertEquals(
                    2,
                    test.events(run).stream()
                            .filter(event -> event.type() == RunEvent.Type.STEP_RETRYING)
                            .count());
            assertNumbered(test.events(run));
        }
    }

    @Test
    void what_does_not_pass_fails_the_run_after_five_attempts() throws InterruptedException {
        IntStream.range(0, 9).forEach(i -> textModel.fail(busy));
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            var run = test.await(started);

            assertEquals(RunStatus.FAILED, run.status());
            assertEquals(Optional.of("text: the model is busy"), run.error());
            assertEquals(5, textModel.requests().size());
            assertEquals("run.failed", types(test.events(run)).getLast());
        }
    }

    @Test
    void a_refusal_fails_the_run_at_once() {
        textModel.fail(refused);
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            var run = test.await(started);

            assertEquals(Optional.of("text: the model refuses this"), run.error());
            assertEquals(1, textModel.requests().size());
        }
    }

    @Test
    void a_mistake_of_ours_fails_the_run_without_showing_it() {
        textModel.answer(request -> {
            throw new IllegalStateException("secret of the inside");
        });
        var started = test.start(Definitions.text("x"));

        try (var worker = test.worker(1)) {
            var error = test.await(started).error().orElseThrow();

            assertTrue(error.startsWith("text: an internal error"), error);
            assertTrue(!error.contains("secret"), error);
        }
    }

    @Test
    void a_reference_to_what_a_step_did_not_give_fails_the_run_with_its_name() {
        var started = test.start(Definitions.chain(
                Definitions.node("start", "start", ObjectValue.EMPTY),
                Definitions.node(
                        "first",
                        "text_generation",
                        ObjectValue.EMPTY.with("prompt", Value.of("x")).with("outputFormat", Value.of("json"))),
                Definitions.node(
                        "second", "text_generation", ObjectValue.EMPTY.with("prompt", Value.of("{{first.colour}}"))),
                Definitions.node("finish", "finish", ObjectValue.EMPTY)));

        try (var worker = test.worker(1)) {
            assertTrue(test.await(started).error().orElseThrow().contains("{{first.colour}}"));
        }
    }

    @Test
    void a_step_that_is_settled_is_not_done_again_when_a_later_one_is() {
        test.adapters.imageModel().fail(busy).fail(busy);

        try (var worker = test.worker(2)) {
            assertEquals(RunStatus.COMPLETED, test.await(test.startMainJob()).status());
        }

        assertEquals(1, textModel.requests().size());
        assertEquals(3, test.adapters.imageModel().requests().size());
    }

    @Test
    void the_job_of_a_worker_that_is_stuck_goes_to_another_and_what_it_says_late_does_not_count()
            throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        textModel
                .answer(request -> {
                    stuck.countDown();
                    awaitUninterruptibly(release);
                    return text("too late");
                })
                .answer("in time");
        var started = test.start(Definitions.text("x"));

        try (var first = test.worker(1)) {
            stuck.await();
            test.clock.advance(TestCore.LEASE.plusSeconds(1));
            try (var second = test.worker(1)) {
                var run = test.await(started);
                assertEquals("in time", output(run, "text", "content"));
                release.countDown();
                first.close();
            }
        }
        var run = test.core().runs().get(test.ada, started.id());
        assertEquals("in time", output(run, "text", "content"));
        assertEquals(
                1,
                test.core()
                        .documents()
                        .list(test.ada, run.projectId(), PageRequest.first(10))
                        .items()
                        .size());
        assertNumbered(test.events(run));
    }

    @Test
    void a_worker_that_is_closed_gives_back_what_it_cannot_finish() throws InterruptedException {
        var begun = new CountDownLatch(1);
        textModel
                .answer(request -> {
                    begun.countDown();
                    sleepUntilInterrupted();
                    throw busy;
                })
                .answer("done");
        var started = test.start(Definitions.text("x"));

        var closed = test.worker(1);
        begun.await();
        closed.close();
        assertEquals(
                RunStatus.RUNNING,
                test.core().runs().get(test.ada, started.id()).status());

        test.clock.advance(Duration.ofSeconds(1)); // much less than the lease
        try (var next = test.worker(1)) {
            awaitThat(() -> test.core().runs().get(test.ada, started.id()).status() == RunStatus.COMPLETED);
        }
    }

    @Test
    void a_worker_does_no_more_jobs_at_once_than_it_may() {
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            textModel.answer(request -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1_000_000);
                inFlight.decrementAndGet();
                return text("x");
            });
        }
        var runs = IntStream.range(0, 20)
                .mapToObj(i -> test.start(Definitions.text("x")))
                .toList();

        try (var worker = test.worker(3)) {
            runs.forEach(
                    run -> assertEquals(RunStatus.COMPLETED, test.await(run).status()));
        }
        assertTrue(most.get() <= 3, most::toString);
    }

    @Test
    void many_workers_do_every_step_once() {
        var runs = IntStream.range(0, 30)
                .mapToObj(i -> test.start(Definitions.text("x")))
                .toList();

        try (var one = test.worker(4);
                var two = test.worker(4);
                var three = test.worker(4)) {
            runs.forEach(run ->
                    awaitThat(() -> test.core().runs().get(test.ada, run.id()).status() == RunStatus.COMPLETED));
        }
        assertEquals(30, textModel.requests().size());
    }

    @Test
    void rings_that_are_lost_are_made_up_for() {
        var deaf = new JobSignal() {
            @Override
            public void ring(Queue queue) {}

            @Override
            public boolean await(Set<Queue> queues, Duration patience) {
                throw PortFailure.Retryable.unavailable(Service.QUEUE, "away", new IOException());
            }
        };
        test.signal(deaf);

        try (var worker = test.worker(1)) {
            assertEquals(RunStatus.COMPLETED, test.await(test.startMainJob()).status());
        }
    }

    @Test
    void a_result_that_is_paid_for_outlives_a_database_and_a_bucket_that_are_away_for_a_moment() {
        var failures = new AtomicInteger(3);
        test.jobs(Calls.failing(JobRepository.class, test.adapters.jobs(), "complete", failures));
        test.blobs(Calls.failing(BlobStorage.class, test.adapters.blobs(), "put", new AtomicInteger(3)));

        try (var worker = test.worker(1)) {
            assertEquals(RunStatus.COMPLETED, test.await(test.startMainJob()).status());
        }
        assertTrue(failures.get() <= 0);
        assertEquals(1, textModel.requests().size());
        assertEquals(1, test.adapters.imageModel().requests().size());
    }

    @Test
    void a_run_of_a_project_that_is_deleted_meanwhile_vanishes_with_it() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        textModel.answer(request -> {
            begun.countDown();
            awaitUninterruptibly(release);
            return text("x");
        });
        var run = test.startMainJob();

        try (var worker = test.worker(1)) {
            begun.await();
            test.core().projects().delete(test.ada, run.projectId(), Precondition.none());
            release.countDown();
            assertEquals(RunStatus.COMPLETED, test.await(test.startMainJob()).status());
        }
        assertThrows(DomainException.NotFound.class, () -> test.core().runs().get(test.ada, run.id()));
    }

    @Test
    void text_is_told_as_it_is_written() throws InterruptedException {
        textModel.answer("one two three");
        var told = new Semaphore(0);
        var real = test.adapters.runEventFeed();
        test.feed(new RunEventFeed() {
            @Override
            public void publish(RunId run, Notice notice) {
                real.publish(run, notice);
                if (notice instanceof RunEventFeed.Token) {
                    told.acquireUninterruptibly(); // so that the step does not end before its text is told
                }
            }

            @Override
            public Subscription subscribe(RunId run, Listener listener) {
                return real.subscribe(run, listener);
            }
        });
        var started = test.start(Definitions.text("x"));
        var pieces = new StringBuilder();
        try (var stream = test.core().runs().follow(test.ada, started.id(), 0);
                var worker = test.worker(1)) {
            while (!stream.isFinished()) {
                for (var item : stream.next(Duration.ofSeconds(5))) {
                    if (item instanceof Token token) {
                        assertEquals(new NodeId("text"), token.node());
                        pieces.append(token.text());
                        told.release();
                    }
                }
            }
        }
        assertEquals("one two three", pieces.toString());
    }

    @Test
    void who_follows_from_a_number_gets_what_came_after_it() throws InterruptedException {
        var started = test.start(Definitions.text("x"));
        try (var worker = test.worker(1)) {
            test.await(started);
        }
        long last = test.events(started).getLast().number();

        try (var stream = test.core().runs().follow(test.ada, started.id(), last - 1)) {
            assertEquals(1, stream.next(Duration.ofSeconds(5)).size());
            assertTrue(stream.isFinished());
        }
        try (var stream = test.core().runs().follow(test.ada, started.id(), last)) {
            assertTrue(stream.isFinished());
        }
    }

    @Test
    void a_workflow_that_cannot_run_and_inputs_that_do_not_fit_are_refused_before_anything_is_stored() {
        var project = test.newProject();
        var unfinished = Definitions.chain(Definitions.node("start", "start", ObjectValue.EMPTY));

        assertThrows(DomainException.WorkflowInvalid.class, () -> test.start(project, unfinished, ObjectValue.EMPTY));
        assertThrows(
                DomainException.ValidationFailed.class,
                () -> test.start(project, Definitions.MAIN_JOB, ObjectValue.EMPTY));
        var workflows = test.core()
                .workflows()
                .list(test.ada, project, PageRequest.first(10))
                .items();
        workflows.forEach(workflow -> assertEquals(
                List.of(),
                test.core()
                        .runs()
                        .list(test.ada, workflow.id(), PageRequest.first(10))
                        .items()));
    }

    @Test
    void a_run_works_on_the_version_that_it_was_started_with() {
        var run = test.startMainJob();
        test.core()
                .workflows()
                .replace(
                        test.ada,
                        run.workflowId(),
                        new WorkflowDetails("Other", "", Definitions.text("other")),
                        Precondition.none());

        try (var worker = test.worker(1)) {
            assertEquals(
                    4, test.core().runs().steps(test.ada, test.await(run).id()).size());
        }
        assertEquals("Write about tea", textModel.requests().getFirst().prompt());
    }

    @Test
    void runs_of_others_do_not_exist() {
        var run = test.startMainJob();
        var stranger = test.newUser();
        var runs = test.core().runs();

        assertThrows(DomainException.NotFound.class, () -> runs.get(stranger, run.id()));
        assertThrows(DomainException.NotFound.class, () -> runs.steps(stranger, run.id()));
        assertThrows(DomainException.NotFound.class, () -> runs.follow(stranger, run.id(), 0));
        assertThrows(DomainException.NotFound.class, () -> runs.list(stranger, run.workflowId(), PageRequest.first(1)));
        assertThrows(
                DomainException.NotFound.class,
                () -> runs.start(stranger, run.workflowId(), new RunRequest(ObjectValue.EMPTY, Optional.empty())));
    }

    private static TextModel.Text text(String content) {
        return new TextModel.Text(
                content, ObjectValue.EMPTY, new ModelUsage(ScriptedTextModel.NAME, 1, 1, 0, BigDecimal.ZERO));
    }

    private static void sleepUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Step step(Run run, String node) {
        return test.core().runs().steps(test.ada, run.id()).stream()
                .filter(step -> step.nodeId().value().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static String output(Run run, String node, String field) {
        return ((ObjectValue) run.outputs().field(node).orElseThrow())
                .field(field)
                .orElseThrow()
                .text();
    }

    private static List<String> types(List<RunEvent> events) {
        return events.stream().map(event -> event.type().toString()).toList();
    }

    private static void assertNumbered(List<RunEvent> events) {
        assertEquals(
                LongStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(RunEvent::number).toList());
    }
}
