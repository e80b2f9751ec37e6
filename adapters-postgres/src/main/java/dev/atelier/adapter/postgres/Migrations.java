package dev.atelier.adapter.postgres;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;

/**
 * Brings the schema of a database to the version that this program needs. Forward only; several processes may do it at once,
 * one of them does and the others wait. The history is in a schema of its own, which Supabase does not expose.
 */
public final class Migrations {

    private static final String HISTORY_SCHEMA = "atelier";

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @param url not of a transaction pooler, when there is another address: waiting for the lock would occupy it
     * @return the versions that were applied, each with its description; none when there was nothing to do
     * @throws PortFailure.Retryable when the database cannot be reached
     * @throws PortFailure.Permanent when it refuses, or is not one of Supabase; nothing of the failing migration is applied
     */
    public static List<String> migrate(DatabaseUrl url) {
        try {
            return flyway(url).migrate().migrations.stream()
                    .map(Migrations::describe)
                    .toList();
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    private static Flyway flyway(DatabaseUrl url) {
        var configuration = Flyway.configure()
                .dataSource(Connections.unpooled(url))
                .schemas(HISTORY_SCHEMA)
                .defaultSchema(HISTORY_SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .connectRetries(0);
        return configuration.load();
    }

    private static String describe(MigrateOutput applied) {
        return "%s %s".formatted(applied.version, applied.description);
    }

    private static PortFailure failure(FlywayException e) {
        var failure = PostgresFailures.nothingDone(e);
        var state = PostgresFailures.sqlState(e).orElse("");
        return switch (state) {
            case "3F000", "42P01" ->
                new PortFailure.Permanent(
                        Service.DATABASE,
                        failure.getMessage()
                                + "; is this a Supabase database? The schema auth of Supabase Auth is needed",
                        e);
            default -> failure;
        };
    }
}
