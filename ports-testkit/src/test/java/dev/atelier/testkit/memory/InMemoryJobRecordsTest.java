package dev.atelier.testkit.memory;

import dev.atelier.testkit.JobRecordsContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryJobRecordsTest extends JobRecordsContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
