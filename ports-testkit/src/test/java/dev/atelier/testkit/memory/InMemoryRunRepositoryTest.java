package dev.atelier.testkit.memory;

import dev.atelier.testkit.PersistenceFixture;
import dev.atelier.testkit.RunRepositoryContract;

final class InMemoryRunRepositoryTest extends RunRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
