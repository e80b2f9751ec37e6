package dev.atelier.application;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one way to put the core together: give it what it needs, get what it offers. */
public final class AtelierCore {

    private AtelierCore() {}

    /** Assembles the core. No call is made, and nothing runs before {@code jobs().startWorker}. */
    public static InboundPorts assemble(OutboundPorts out, CoreSettings settings) {
        var clock = inMicroseconds(out.clock());
        var ids = new Ids(clock);
        var queue = new JobQueue(out.jobs(), out.jobSignal(), out.transactions(), ids);
        var fileStore = new FileStore(out.blobs(), settings.uploadMaxBytes());
        var storedFiles = new StoredFiles(out.files(), out.thumbnailer(), out.transactions(), queue);
        var types = new FileTypes(out.contentTypes());
        var directUploads =
                new DirectUploads(out.files(), out.blobs(), storedFiles, types, settings.uploadMaxBytes(), ids, clock);
        var ingested = new IngestedDocuments(out.documents(), out.transactions(), queue);
        var thumbnails = new Thumbnails(out.files(), out.blobs(), out.thumbnailer());
        var upkeep = new FileSweep(out.fileInventory(), out.files(), out.blobs(), clock);
        var graphs = new WorkflowGraphs(out.workflows());
        var executable =
                new ExecutableNodes(out.webSearch().isPresent(), out.mailer().isPresent());
        var journal = new RunJournal(out.runs(), out.runEventFeed(), out.transactions(), clock);
        var mails = new RunMails(graphs, queue);
        var beginning = new StepBeginning(out.runs(), journal, clock);
        var next = new NextSteps(out.runs(), graphs, journal, beginning, queue, mails, clock);
        var idempotency = new IdempotencyService(out.idempotency(), out.transactions(), clock);
        var limits = new CostLimits(out.callLedger(), settings.userCostLimitUsdPerDay(), clock);
        var spending = new RunSpending(out.runs(), out.callLedger(), limits, journal, ids, clock);
        var underWay = new CallsUnderWay(out.runs());
        var calls = new PaidCalls(
                out.textModel(),
                out.imageModel(),
                new CostEstimates(out.modelCatalog(), settings.unpricedCallUsd()),
                underWay);
        var payers = new UserCalls(out.callLedger(), limits, out.transactions(), ids, clock);
        var embedding = new PassageEmbedding(out.passages(), calls, payers);
        var ingestion = new IngestionJob(
                out.documents(),
                new DocumentReader(out.textExtractor(), out.blobs()),
                out.passages(),
                embedding,
                out.embedders(),
                out.jobs(),
                out.transactions(),
                clock);
        var retrieval = new Retrieval(out.passages(), out.embedders(), calls);
        var progress = new RunProgress(
                out.runs(), ingested, out.files(), graphs, journal, beginning, next, mails, spending, clock);
        var stepJob = new StepJob(
                out.transactions(),
                out.jobs(),
                progress,
                new StepExecutor(
                        new TextStep(calls, out.runEventFeed(), ids, clock),
                        new ImageStep(calls, out.files(), fileStore, thumbnails, out.blobs()::publicUrl, ids, clock),
                        new ContextStep(retrieval),
                        new SearchStep(out.webSearch(), calls),
                        new AttachStep(out.documents(), ingested, out.files(), clock),
                        new FinishStep(ids, clock)));
        var workflows = new WorkflowService(out.workflows(), out.projects(), executable, ids, clock);
        var runner = new JobRunner(
                out.jobs(),
                stepJob,
                new FileRemovalJob(queue, out.files(), out.blobs()),
                thumbnails,
                new RunMailJob(out.mailer(), out.runs(), out.workflows(), out.users(), settings.frontend()),
                ingestion,
                new Completions(out.jobs()),
                out.jobObserver());
        var sweep = new JobSweep(out.jobs(), out.jobRecords(), out.jobObserver());
        var jobService = new JobService(
                out.jobRecords(),
                progress,
                ingestion,
                out.transactions(),
                new JobWorkers(
                        out.jobs(),
                        out.jobSignal(),
                        runner,
                        sweep,
                        new DailySweep(out.fileInventory(), upkeep),
                        new PendingSweep(out.documents(), queue, clock),
                        idempotency,
                        underWay));
        return new InboundPorts(
                new AccountService(out.users(), clock),
                new ProjectService(out.projects(), out.files(), out.transactions(), queue, ids, clock),
                new DocumentService(out.documents(), ingested, out.projects(), out.files(), out.blobs(), ids, clock),
                new FileService(
                        out.files(),
                        out.projects(),
                        out.blobs(),
                        fileStore,
                        storedFiles,
                        types,
                        directUploads,
                        ids,
                        clock),
                upkeep,
                workflows,
                new WorkflowTemplateService(out.workflowTemplates(), workflows),
                new RunService(
                        out.runs(),
                        out.workflows(),
                        executable,
                        journal,
                        new RunSteering(out.runs(), journal, next, out.transactions(), clock),
                        out.runEventFeed(),
                        out.transactions(),
                        queue,
                        ids,
                        clock),
                new UsageReportService(out.callLedger(), clock),
                new SearchService(
                        out.projects(),
                        retrieval,
                        new Answering(retrieval, calls, new Citations(out.passages(), out.documents()), ids),
                        payers),
                new ReindexingService(out.passages(), embedding, out.embedders()),
                jobService,
                jobService,
                idempotency,
                new HealthService(out.healthProbes(), clock));
    }

    /** What is answered now must equal what is read later, and databases keep microseconds. */
    private static InstantSource inMicroseconds(InstantSource clock) {
        return () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
