package dev.atelier.testkit.memory;

import dev.atelier.testkit.FileRepositoryContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryFileRepositoryTest extends FileRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
