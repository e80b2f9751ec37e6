package dev.atelier.adapter.postgres;

import dev.atelier.local.LocalPostgres;
import dev.atelier.testkit.PassageIndexContract;
import dev.atelier.testkit.PersistenceFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** A database that has no pgvector. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutPgvectorTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final PostgresFixture fixture = new PostgresFixture(database, PostgresAdapter.open(database.settings()));

    WithoutPgvectorTest() {
        database.execute("drop extension vector cascade");
    }

    @AfterAll
    void close() {
        fixture.close();
        LocalPostgres.shared().drop(database.database());
    }

    @Nested
    class OfPassages extends PassageIndexContract {
        @Override
        protected PersistenceFixture fixture() {
            return fixture.emptied();
        }
    }
}
