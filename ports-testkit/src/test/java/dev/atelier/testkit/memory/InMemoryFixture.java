package dev.atelier.testkit.memory;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
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
import dev.atelier.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** In-memory adapters with a clock to set. */
final class InMemoryFixture implements PersistenceFixture {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final InMemoryAdapters adapters = InMemoryAdapters.create(clock);

    InMemoryAdapters adapters() {
        return adapters;
    }

    @Override
    public Transactions transactions() {
        return adapters.transactions();
    }

    @Override
    public UserRepository users() {
        return adapters.users();
    }

    @Override
    public ProjectRepository projects() {
        return adapters.projects();
    }

    @Override
    public DocumentRepository documents() {
        return adapters.documents();
    }

    @Override
    public PassageIndex passages() {
        return adapters.passages();
    }

    @Override
    public FileRepository files() {
        return adapters.files();
    }

    @Override
    public FileInventory fileInventory() {
        return adapters.fileInventory();
    }

    @Override
    public WorkflowRepository workflows() {
        return adapters.workflows();
    }

    @Override
    public RunRepository runs() {
        return adapters.runs();
    }

    @Override
    public JobRepository jobs() {
        return adapters.jobs();
    }

    @Override
    public JobRecords jobRecords() {
        return adapters.jobRecords();
    }

    @Override
    public IdempotencyRepository idempotency() {
        return adapters.idempotency();
    }

    @Override
    public CallLedger callLedger() {
        return adapters.callLedger();
    }

    @Override
    public UserId newUser(String email) {
        var id = new UserId(UUID.randomUUID());
        adapters.addUser(new User(id, email, new UserProfile(""), clock.instant(), 1));
        return id;
    }

    @Override
    public void removeUser(UserId id) {
        adapters.removeUser(id);
    }

    @Override
    public void elapse(Duration time) {
        clock.advance(time);
    }
}
