package dev.atelier.testkit.memory;

import dev.atelier.testkit.PersistenceFixture;
import dev.atelier.testkit.ProjectRepositoryContract;

final class InMemoryProjectRepositoryTest extends ProjectRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
