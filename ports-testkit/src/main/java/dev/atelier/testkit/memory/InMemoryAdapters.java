package dev.atelier.testkit.memory;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.account.UserRepository;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.file.Thumbnailer;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import dev.atelier.port.out.job.JobRecords;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.port.out.usage.CallLedger;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Every outbound port, in the memory of this process: what one adapter stores the others see, and all of it is gone with
 * this object. They keep their contracts as the real ones do. Safe for use by many threads; there is nothing to close.
 */
public final class InMemoryAdapters {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final UserRepository users = new InMemoryUserRepository(database);
    private final ProjectRepository projects = new InMemoryProjectRepository(database);
    private final DocumentRepository documents = new InMemoryDocumentRepository(database);
    private final PassageIndex passages = new InMemoryPassageIndex(database);
    private final InMemoryFileRepository files;
    private final WorkflowRepository workflows = new InMemoryWorkflowRepository(database);
    private final RunRepository runs = new InMemoryRunRepository(database);
    private final JobRepository jobs;
    private final JobRecords jobRecords;
    private final IdempotencyRepository idempotency = new InMemoryIdempotencyRepository(database);
    private final JobSignal jobSignal = new InMemoryJobSignal();
    private final RunEventFeed runEventFeed = new InMemoryRunEventFeed();
    private final InMemoryBlobStorage blobs;
    private final InMemoryTokenVerifier tokenVerifier;
    private final ContentTypes contentTypes = new KnownContentTypes();
    private final Thumbnailer thumbnailer = new CopyingThumbnailer();
    private final TextExtractor textExtractor = new PlainTextExtractor();
    private final ScriptedTextModel textModel = new ScriptedTextModel();
    private final ScriptedImageModel imageModel = new ScriptedImageModel();
    private final ScriptedWebSearch webSearch = new ScriptedWebSearch();
    private final InMemoryMailer mailer = new InMemoryMailer();
    private final InMemoryModelCatalog modelCatalog = new InMemoryModelCatalog();
    private final CallLedger callLedger = new InMemoryCallLedger(database);
    private final SettableHealthProbe healthProbe = new SettableHealthProbe("memory");

    private InMemoryAdapters(InstantSource clock) {
        files = new InMemoryFileRepository(database, clock);
        jobs = new InMemoryJobRepository(database, clock);
        jobRecords = new InMemoryJobRecords(database, clock);
        blobs = new InMemoryBlobStorage(clock);
        tokenVerifier = new InMemoryTokenVerifier(clock);
    }

    /** New ones, which hold nothing. Leases, tokens and signed addresses last by {@code clock}. */
    public static InMemoryAdapters create(InstantSource clock) {
        return new InMemoryAdapters(clock);
    }

    /** New ones on the clock of this machine. */
    public static InMemoryAdapters create() {
        return create(InstantSource.system());
    }

    /** Lets somebody sign up: what Supabase Auth and the trigger on its table do. */
    public void addUser(User user) {
        database.run(() -> {
            InMemoryDatabase.requireNew(database.users().find(user.id()));
            database.users().put(user.id(), user);
        });
    }

    /** Removes a user with everything that is theirs, as when their row in Supabase's {@code auth.users} goes. */
    public void removeUser(UserId id) {
        database.run(() -> database.removeUser(id));
    }

    /** What is at an address that {@link #blobs()} has given; empty when there is nothing (any more). */
    public Optional<ServedObject> fetch(URI address) {
        return blobs.fetch(address);
    }

    /**
     * Does what a browser does with an address of {@link BlobStorage#signUpload}.
     *
     * @return the status that it is answered: 200, 403 for what was not signed, 412 when there is an object
     */
    public int upload(URI address, Map<String, String> headers, byte[] body) {
        return blobs.upload(address, headers, body);
    }

    /** Leaves what remains of somebody who died while they put an object. */
    public void leaveUnfinished(ObjectKey key) {
        blobs.leaveUnfinished(key);
    }

    public Transactions transactions() {
        return database;
    }

    public UserRepository users() {
        return users;
    }

    public ProjectRepository projects() {
        return projects;
    }

    public DocumentRepository documents() {
        return documents;
    }

    public PassageIndex passages() {
        return passages;
    }

    public FileRepository files() {
        return files;
    }

    public FileInventory fileInventory() {
        return files;
    }

    /** Knows a handful of types: PNG, JPEG, GIF, PDF, HTML, SVG, XML and text. */
    public ContentTypes contentTypes() {
        return contentTypes;
    }

    /** Takes every PNG of up to a mebibyte for its own thumbnail, if it is whole. */
    public Thumbnailer thumbnailer() {
        return thumbnailer;
    }

    /**
     * Reads UTF-8; empty lines divide blocks, and {@code # Title} is a heading except in plain text. A PDF is {@code %PDF-} and a
     * DOCX {@code PK\3\4} before such a text; form feeds divide the pages of a PDF.
     */
    public TextExtractor textExtractor() {
        return textExtractor;
    }

    public BlobStorage blobs() {
        return blobs;
    }

    public WorkflowRepository workflows() {
        return workflows;
    }

    public RunRepository runs() {
        return runs;
    }

    public RunEventFeed runEventFeed() {
        return runEventFeed;
    }

    public JobRepository jobs() {
        return jobs;
    }

    public JobSignal jobSignal() {
        return jobSignal;
    }

    public JobRecords jobRecords() {
        return jobRecords;
    }

    public IdempotencyRepository idempotency() {
        return idempotency;
    }

    public InMemoryTokenVerifier tokenVerifier() {
        return tokenVerifier;
    }

    public ScriptedTextModel textModel() {
        return textModel;
    }

    public ScriptedImageModel imageModel() {
        return imageModel;
    }

    public ScriptedWebSearch webSearch() {
        return webSearch;
    }

    public InMemoryMailer mailer() {
        return mailer;
    }

    /** Knows the scripted models, which cost nothing, and what is added. */
    public InMemoryModelCatalog modelCatalog() {
        return modelCatalog;
    }

    public CallLedger callLedger() {
        return callLedger;
    }

    /** Works until it is told not to; its name is {@code memory}. */
    public SettableHealthProbe healthProbe() {
        return healthProbe;
    }
}
