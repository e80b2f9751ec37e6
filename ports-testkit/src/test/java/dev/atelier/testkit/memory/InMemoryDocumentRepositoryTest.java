package dev.atelier.testkit.memory;

import dev.atelier.testkit.DocumentRepositoryContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryDocumentRepositoryTest extends DocumentRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
