package dev.atelier.testkit.memory;

import dev.atelier.testkit.PassageIndexContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryPassageIndexTest extends PassageIndexContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
