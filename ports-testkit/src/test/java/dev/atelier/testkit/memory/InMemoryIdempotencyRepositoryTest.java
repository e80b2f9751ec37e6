package dev.atelier.testkit.memory;

import dev.atelier.testkit.IdempotencyRepositoryContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryIdempotencyRepositoryTest extends IdempotencyRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
