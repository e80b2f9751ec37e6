package dev.atelier.testkit.memory;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All tables, and one lock for them all: transactions happen one after another. That is more than read committed asks for,
 * and every lock of a row comes with it.
 */
final class InMemoryDatabase implements Transactions {

    private static final System.Logger LOG = System.getLogger(InMemoryDatabase.class.getName());

    private final ReentrantLock lock = new ReentrantLock(true);

    /** Of the thread that has the lock. */
    private @Nullable InMemoryTransaction current;

    private final Table<UserId, User> users = table();
    private final Table<ProjectId, Project> projects = table();
    private final Table<DocumentId, Document> documents = table();
    private final Table<FileId, FileRow> files = table();
    private final Table<WorkflowId, WorkflowRow> workflows = table();
    private final Table<RunId, RunRow> runs = table();
    private final Table<JobId, JobRow> jobs = table();
    private final Table<IdempotencyKey, IdempotencyRow> idempotencyKeys = table();
    private final Table<CallId, CallRow> calls = table();
    private final Table<DocumentId, List<Passage>> passages = table();
    private final Table<VectorKey, float[]> vectors = table();

    private <K, V> Table<K, V> table() {
        return new Table<>(undo -> transaction().logUndo(undo));
    }

    Table<UserId, User> users() {
        return users;
    }

    Table<ProjectId, Project> projects() {
        return projects;
    }

    Table<DocumentId, Document> documents() {
        return documents;
    }

    Table<FileId, FileRow> files() {
        return files;
    }

    Table<WorkflowId, WorkflowRow> workflows() {
        return workflows;
    }

    Table<RunId, RunRow> runs() {
        return runs;
    }

    Table<JobId, JobRow> jobs() {
        return jobs;
    }

    Table<IdempotencyKey, IdempotencyRow> idempotencyKeys() {
        return idempotencyKeys;
    }

    Table<CallId, CallRow> calls() {
        return calls;
    }

    Table<DocumentId, List<Passage>> passages() {
        return passages;
    }

    Table<VectorKey, float[]> vectors() {
        return vectors;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        if (isInTransaction()) {
            return work.get();
        }
        var transaction = new InMemoryTransaction();
        T result = executeAlone(transaction, work);
        transaction.afterCommit().forEach(InMemoryDatabase::runSafely);
        return result;
    }

    private <T> T executeAlone(InMemoryTransaction transaction, Supplier<T> work) {
        lock.lock();
        boolean finished = false;
        try {
            current = transaction;
            T result = work.get();
            finished = true;
            return result;
        } finally {
            if (!finished) {
                transaction.undo();
            }
            current = null;
            lock.unlock();
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (isInTransaction()) {
            transaction().addAfterCommit(action);
        } else {
            runSafely(action);
        }
    }

    /** What a repository does in one call: all or nothing, with the tables for itself. */
    <T> T statement(Supplier<T> work) {
        return execute(work);
    }

    /** The same for a call that makes sense only in a transaction. */
    <T> T statementInTransaction(Supplier<T> work) {
        if (!isInTransaction()) {
            throw new IllegalStateException("to be called inside of a transaction");
        }
        return work.get();
    }

    /** The transaction of this thread, or of this call when there is no other. */
    InMemoryTransaction transaction() {
        if (!lock.isHeldByCurrentThread() || current == null) {
            throw new IllegalStateException("tables are used in statements only");
        }
        return current;
    }

    private boolean isInTransaction() {
        return lock.isHeldByCurrentThread();
    }

    /** The project of that owner. */
    Optional<Project> project(UserId owner, ProjectId id) {
        return projects.find(id).filter(project -> project.owner().equals(owner));
    }

    void requireUser(UserId id) {
        if (users.find(id).isEmpty()) {
            throw new DomainException.UserNotProvisioned();
        }
    }

    void requireProject(UserId owner, ProjectId id) {
        if (project(owner, id).isEmpty()) {
            throw new DomainException.NotFound("project");
        }
    }

    void requireWorkflow(UserId owner, WorkflowId id) {
        if (workflows.find(id).filter(row -> row.newest().owner().equals(owner)).isEmpty()) {
            throw new DomainException.NotFound("workflow");
        }
    }

    static void requireNew(Optional<?> row) {
        if (row.isPresent()) {
            throw new PortFailure.Permanent(PortFailure.Service.DATABASE, "database: there is a row of that id");
        }
    }

    void removeUser(UserId id) {
        users.remove(id);
        idempotencyKeys.removeIf(row -> row.key().user().equals(id));
        jobs.removeIf(row -> row.job().owner().equals(id));
        calls.removeIf(row -> row.call().owner().equals(id));
        files.removeIf(row -> row.file().owner().equals(id));
        projects.matching(project -> project.owner().equals(id)).forEach(project -> removeProject(project.id()));
    }

    void removeProject(ProjectId id) {
        projects.remove(id);
        documents
                .matching(document -> document.projectId().equals(id))
                .forEach(document -> removeDocument(document.id()));
        removeWorkflows(row -> row.newest().projectId().equals(id));
        files.matching(row -> row.file().projectId().equals(id))
                .forEach(row -> files.put(row.file().id(), row.withoutProject()));
    }

    void removeDocument(DocumentId id) {
        documents.remove(id);
        passages.remove(id);
        vectors.keys().filter(key -> key.document().equals(id)).toList().forEach(vectors::remove);
    }

    void removeWorkflows(Predicate<WorkflowRow> condition) {
        for (var row : workflows.matching(condition)) {
            var id = row.newest().id();
            workflows.remove(id);
            runs.removeIf(run -> run.run().workflowId().equals(id));
        }
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what was to follow a commit failed", e);
        }
    }
}
