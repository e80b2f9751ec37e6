package dev.atelier.testkit.memory;

import dev.atelier.testkit.FileInventoryContract;
import dev.atelier.testkit.PersistenceFixture;

final class InMemoryFileInventoryTest extends FileInventoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
