package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.run.RunEventStream.Event;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.mail.Mailer;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.testkit.SettableClock;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A core on in-memory adapters, with a clock to set, and a user. */
final class TestCore {

    static final Instant START = Instant.parse("2026-11-01T12:00:00.123456Z");
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    final SettableClock clock = new SettableClock(START);
    final InMemoryAdapters adapters = InMemoryAdapters.create(clock);
    private JobSignal signal = adapters.jobSignal();
    private JobRepository jobs = adapters.jobs();
    private RunRepository runs = adapters.runs();
    private BlobStorage blobs = adapters.blobs();
    private FileRepository files = adapters.files();
    private TextModel textModel = adapters.textModel();
    private Transactions transactions = adapters.transactions();
    private RunEventFeed feed = adapters.runEventFeed();
    private Optional<WebSearch> webSearch = Optional.of(adapters.webSearch());
    private Optional<Mailer> mailer = Optional.of(adapters.mailer());
    private Embedders embedders = Embedders.only(new HashingEmbedder());
    private CoreSettings settings = CoreSettings.DEFAULT;
    private Optional<InboundPorts> assembled = Optional.empty();
    final UserId ada = newUser();

    TestCore signal(JobSignal other) {
        signal = other;
        return this;
    }

    TestCore jobs(JobRepository other) {
        jobs = other;
        return this;
    }

    TestCore runs(RunRepository other) {
        runs = other;
        return this;
    }

    TestCore blobs(BlobStorage other) {
        blobs = other;
        return this;
    }

    TestCore files(FileRepository other) {
        files = other;
        return this;
    }

    TestCore feed(RunEventFeed other) {
        feed = other;
        return this;
    }

    TestCore userCostLimit(String usdPerDay) {
        settings = settings.withUserCostLimitUsdPerDay(new BigDecimal(usdPerDay));
        return this;
    }

    /** Has a model cost something from now on: a cent for each call. */
    TestCore price(String model) {
        var prices = new Prices(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.01"));
        adapters.modelCatalog().add(new Model(model, model, 0, EnumSet.allOf(Output.class), Optional.of(prices)));
        return this;
    }

    TestCore textModel(TextModel other) {
        textModel = other;
        return this;
    }

    TestCore transactions(Transactions other) {
        transactions = other;
        return this;
    }

    TestCore embedders(Embedders other) {
        embedders = other;
        return this;
    }

    TestCore withoutWebSearch() {
        webSearch = Optional.empty();
        return this;
    }

    TestCore withoutMailer() {
        mailer = Optional.empty();
        return this;
    }

    TestCore frontend(URI origin) {
        settings = settings.withFrontend(origin);
        return this;
    }

    TestCore uploadMaxBytes(long bytes) {
        settings = settings.withUploadMaxBytes(bytes);
        return this;
    }

    /** From now on a core that is put together otherwise, on what there is. */
    void reassemble(Consumer<TestCore> otherwise) {
        otherwise.accept(this);
        assembled = Optional.empty();
    }

    InboundPorts core() {
        var core = assembled.orElseGet(() -> AtelierCore.assemble(
                new OutboundPorts(
                        transactions,
                        adapters.users(),
                        adapters.projects(),
                        adapters.documents(),
                        files,
                        adapters.fileInventory(),
                        blobs,
                        adapters.contentTypes(),
                        adapters.thumbnailer(),
                        adapters.workflows(),
                        runs,
                        feed,
                        jobs,
                        adapters.jobRecords(),
                        signal,
                        JobObserver.NOBODY,
                        adapters.idempotency(),
                        adapters.passages(),
                        adapters.textExtractor(),
                        embedders,
                        textModel,
                        adapters.imageModel(),
                        adapters.modelCatalog(),
                        adapters.callLedger(),
                        webSearch,
                        mailer,
                        List.of(Definitions.TEMPLATE),
                        List.of(adapters.healthProbe()),
                        clock),
                settings));
        assembled = Optional.of(core);
        return core;
    }

    UserId newUser() {
        var id = new UserId(UUID.randomUUID());
        adapters.addUser(new User(id, id.value() + "@example.com", new UserProfile("Ada"), START, 1));
        return id;
    }

    ProjectId newProject() {
        return core().projects().create(ada, new ProjectDetails("Project", "")).id();
    }

    Worker worker(int concurrency) {
        return worker(concurrency, EnumSet.allOf(Queue.class));
    }

    Worker worker(int concurrency, Set<Queue> queues) {
        return core().jobs()
                .startWorker(new WorkerOptions(
                        concurrency, queues, 4, 10, LEASE, Duration.ofMillis(20), Duration.ofMillis(300)));
    }

    Run start(ObjectValue definition) {
        return start(newProject(), definition, ObjectValue.EMPTY);
    }

    Run startMainJob() {
        return start(newProject(), Definitions.MAIN_JOB, ObjectValue.EMPTY.with("topic", Value.of("tea")));
    }

    Run start(ProjectId project, ObjectValue definition, ObjectValue inputs) {
        return start(project, definition, new RunRequest(inputs, Optional.empty()));
    }

    Run start(ObjectValue definition, BigDecimal costLimitUsd) {
        return start(newProject(), definition, new RunRequest(ObjectValue.EMPTY, Optional.of(costLimitUsd)));
    }

    private Run start(ProjectId project, ObjectValue definition, RunRequest request) {
        var workflow = core().workflows().create(ada, project, new WorkflowDetails("Workflow", "", definition));
        return core().runs().start(ada, workflow.id(), request);
    }

    /** The run once it has ended or is paused; time goes on meanwhile. */
    Run awaitRest(Run run) {
        awaitThat(() -> {
            clock.advance(Duration.ofMillis(100));
            var status = core().runs().get(ada, run.id()).status();
            return status.isFinal() || status == RunStatus.PAUSED;
        });
        return core().runs().get(ada, run.id());
    }

    /** The run once it has ended; time goes on meanwhile, so that what waits for its turn gets it. */
    Run await(Run run) {
        awaitThat(() -> {
            clock.advance(Duration.ofMillis(100));
            return core().runs().get(ada, run.id()).status().isFinal();
        });
        return core().runs().get(ada, run.id());
    }

    List<RunEvent> events(Run run) throws InterruptedException {
        var events = new ArrayList<RunEvent>();
        try (var stream = core().runs().follow(ada, run.id(), 0)) {
            while (!stream.isFinished()) {
                for (var item : stream.next(Duration.ofSeconds(5))) {
                    if (item instanceof Event event) {
                        events.add(event.event());
                    }
                }
            }
        }
        return events;
    }

    static void awaitThat(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it has not happened in time");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** As a model does that nobody can interrupt. */
    static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
