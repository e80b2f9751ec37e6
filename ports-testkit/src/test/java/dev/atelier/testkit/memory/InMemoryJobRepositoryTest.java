package dev.atelier.testkit.memory;

import dev.atelier.testkit.JobRepositoryContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryJobRepositoryTest extends JobRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
