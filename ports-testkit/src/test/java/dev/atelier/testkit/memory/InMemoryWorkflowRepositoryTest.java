package dev.atelier.testkit.memory;

import dev.atelier.testkit.PersistenceFixture;
import dev.atelier.testkit.WorkflowRepositoryContract;

final class InMemoryWorkflowRepositoryTest extends WorkflowRepositoryContract {

    @Override
    protected PersistenceFixture fixture() {
        return new InMemoryFixture();
    }
}
