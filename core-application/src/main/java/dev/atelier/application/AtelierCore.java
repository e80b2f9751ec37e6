package dev.atelier.application;

/** The one way to put the core together: give it what it needs, get what it offers. */
public final class AtelierCore {

    private AtelierCore() {}

    /** Assembles the core. No call is made, and nothing runs before {@code jobs().startWorker}. */
    public static InboundPorts assemble(OutboundPorts out, CoreSettings settings) {
        var ids = new Ids(out.clock());
        var queue = new JobQueue(out.jobs(), out.jobSignal(), out.transactions(), ids);
        var fileStore = new FileStore(out.blobs(), settings.uploadMaxBytes());
        var graphs = new WorkflowGraphs(out.workflows());
        var journal = new RunJournal(out.runs(), out.runEventFeed(), out.transactions(), out.clock());
        var idempotency = new IdempotencyService(out.idempotency(), out.transactions(), out.clock());
        var stepJob = new StepJob(
                out.transactions(),
                out.jobs(),
                new RunProgress(out.runs(), out.documents(), out.files(), graphs, journal, queue, out.clock()),
                new StepExecutor(
                        new TextStep(out.textModel(), out.runEventFeed(), ids, out.clock()),
                        new ImageStep(
                                out.imageModel(), out.files(), fileStore, out.blobs()::publicUrl, ids, out.clock()),
                        new FinishStep(ids, out.clock())));
        var removal = new FileRemovalJob(out.transactions(), out.jobs(), out.files(), out.blobs());
        return new InboundPorts(
                new AccountService(out.users(), out.clock()),
                new ProjectService(out.projects(), out.files(), out.transactions(), queue, ids, out.clock()),
                new DocumentService(out.documents(), out.projects(), out.blobs(), ids, out.clock()),
                new FileService(
                        out.files(),
                        out.projects(),
                        out.blobs(),
                        fileStore,
                        out.transactions(),
                        queue,
                        ids,
                        out.clock()),
                new WorkflowService(out.workflows(), out.projects(), ids, out.clock()),
                new RunService(
                        out.runs(),
                        out.workflows(),
                        journal,
                        out.runEventFeed(),
                        out.transactions(),
                        queue,
                        ids,
                        out.clock()),
                new JobService(out.jobs(), out.jobSignal(), new JobRunner(out.jobs(), stepJob, removal), idempotency),
                idempotency,
                new HealthService(out.healthProbes(), out.clock()));
    }
}
