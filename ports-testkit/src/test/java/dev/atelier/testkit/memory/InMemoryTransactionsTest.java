package dev.atelier.testkit.memory;

import dev.atelier.testkit.PersistenceFixture;
import dev.atelier.testkit.TransactionsContract;

final class InMemoryTransactionsTest extends TransactionsContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
