package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.account.UserRepository;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import dev.atelier.port.out.job.JobRecords;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.port.out.usage.CallLedger;
import dev.atelier.port.out.workflow.WorkflowRepository;
import dev.atelier.testkit.PersistenceFixture;
import java.time.Duration;

/** The adapter on a database that is emptied before each test. */
record PostgresFixture(TestDatabase database, PostgresAdapter adapter) implements PersistenceFixture, AutoCloseable {

    PostgresFixture emptied() {
        database.clear();
        return this;
    }

    /** A connection that a test has left behind would sooner or later be missed by a request. */
    void assertNoneInUse() {
        assertEquals(0, adapter.connectionsInUse(), "connections still in use");
    }

    @Override
    public Transactions transactions() {
        return adapter.transactions();
    }

    @Override
    public UserRepository users() {
        return adapter.users();
    }

    @Override
    public ProjectRepository projects() {
        return adapter.projects();
    }

    @Override
    public DocumentRepository documents() {
        return adapter.documents();
    }

    @Override
    public PassageIndex passages() {
        return adapter.passages();
    }

    @Override
    public FileRepository files() {
        return adapter.files();
    }

    @Override
    public FileInventory fileInventory() {
        return adapter.fileInventory();
    }

    @Override
    public WorkflowRepository workflows() {
        return adapter.workflows();
    }

    @Override
    public RunRepository runs() {
        return adapter.runs();
    }

    @Override
    public JobRepository jobs() {
        return adapter.jobs();
    }

    @Override
    public JobRecords jobRecords() {
        return adapter.jobRecords();
    }

    @Override
    public IdempotencyRepository idempotency() {
        return adapter.idempotency();
    }

    @Override
    public CallLedger callLedger() {
        return adapter.callLedger();
    }

    @Override
    public UserId newUser(String email) {
        return database.signUp(email.isEmpty() ? null : email, "{}");
    }

    @Override
    public void removeUser(UserId id) {
        database.remove(id);
    }

    @Override
    public void elapse(Duration time) {
        database.execute(
                "update public.jobs set run_at = run_at - ?::interval, lease_until = lease_until - ?::interval,"
                        + " ended_at = ended_at - ?::interval",
                time.toString(),
                time.toString(),
                time.toString());
        database.execute("update atelier.sweeps set begun_at = begun_at - ?::interval", time.toString());
    }

    @Override
    public void close() {
        adapter.close();
    }
}
