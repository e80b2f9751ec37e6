package dev.atelier.adapter.postgres;

import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import dev.atelier.testkit.CallLedgerContract;
import dev.atelier.testkit.DocumentRepositoryContract;
import dev.atelier.testkit.FileInventoryContract;
import dev.atelier.testkit.FileRepositoryContract;
import dev.atelier.testkit.IdempotencyRepositoryContract;
import dev.atelier.testkit.JobRecordsContract;
import dev.atelier.testkit.JobRepositoryContract;
import dev.atelier.testkit.PassageIndexContract;
import dev.atelier.testkit.PersistenceFixture;
import dev.atelier.testkit.ProjectRepositoryContract;
import dev.atelier.testkit.RunRepositoryContract;
import dev.atelier.testkit.TransactionsContract;
import dev.atelier.testkit.UserRepositoryContract;
import dev.atelier.testkit.WorkflowRepositoryContract;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The contracts of all repositories, run against one way to reach the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Contracts {

    private final PostgresFixture fixture;

    /** @param way how to reach a database, also for its migrations */
    Contracts(Function<LocalDatabase, DatabaseUrl> way) {
        var database = new TestDatabase(LocalPostgres.shared().newDatabase());
        var url = way.apply(database.database());
        Migrations.migrate(url, Pgvector.REQUIRED);
        fixture = new PostgresFixture(
                database, PostgresAdapter.open(new PostgresSettings(url, PostgresSettings.DEFAULT_POOL_SIZE)));
    }

    @AfterEach
    void noConnectionIsLeftInUse() {
        fixture.assertNoneInUse();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Nested
    class OfTransactions extends TransactionsContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfUsers extends UserRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfProjects extends ProjectRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfDocuments extends DocumentRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfPassages extends PassageIndexContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfFiles extends FileRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfFileInventory extends FileInventoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfWorkflows extends WorkflowRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfRuns extends RunRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfJobs extends JobRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfJobRecords extends JobRecordsContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfCalls extends CallLedgerContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }

    @Nested
    class OfIdempotency extends IdempotencyRepositoryContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }
}
