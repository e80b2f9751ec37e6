package dev.atelier.adapter.postgres;

import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.testkit.HealthProbeContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthProbeTest extends HealthProbeContract {

    private final PostgresAdapter there =
            PostgresAdapter.open(TestDatabase.migrated().settings());
    private final PostgresAdapter away = PostgresAdapter.open(
            new PostgresSettings(DatabaseUrl.parse("postgresql://postgres@localhost:1/postgres"), 2));

    @AfterAll
    void close() {
        there.close();
        away.close();
    }

    @Override
    protected HealthProbe working() {
        return there.healthProbe();
    }

    @Override
    protected HealthProbe broken() {
        return away.healthProbe();
    }
}
