package dev.atelier.testkit.memory;

import dev.atelier.testkit.CallLedgerContract;
import dev.atelier.testkit.PersistenceFixture;

class InMemoryCallLedgerTest extends CallLedgerContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
