package dev.atelier.testkit.memory;

import dev.atelier.testkit.PersistenceFixture;
import dev.atelier.testkit.UserRepositoryContract;

final class InMemoryUserRepositoryTest extends UserRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
