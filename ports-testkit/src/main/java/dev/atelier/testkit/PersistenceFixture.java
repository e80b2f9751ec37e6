package dev.atelier.testkit;

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
import java.time.Duration;
import java.util.UUID;

/**
 * A database under test: the ports that belong together, and what happens around them. Whoever implements the ports
 * implements this once, and the contracts of all of them can be run.
 */
public interface PersistenceFixture {

    Transactions transactions();

    UserRepository users();

    ProjectRepository projects();

    DocumentRepository documents();

    PassageIndex passages();

    FileRepository files();

    FileInventory fileInventory();

    WorkflowRepository workflows();

    RunRepository runs();

    JobRepository jobs();

    JobRecords jobRecords();

    IdempotencyRepository idempotency();

    CallLedger callLedger();

    /** Lets somebody sign up at the identity provider, who says nothing but this address; empty for none. */
    UserId newUser(String email);

    /** Lets somebody sign up. */
    default UserId newUser() {
        return newUser(UUID.randomUUID() + "@example.com");
    }

    /** Removes the user at the identity provider. */
    void removeUser(UserId id);

    /** Lets time pass for {@link #jobs()} and {@link #jobRecords()}: by setting their clock, or by moving back the times that they have stored. */
    void elapse(Duration time);
}
