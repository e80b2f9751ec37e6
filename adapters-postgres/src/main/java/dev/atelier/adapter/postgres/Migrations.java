package dev.atelier.adapter.postgres;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateOutput;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Brings the schema of a database to the version that this program needs. Forward only; several processes may do it at once,
 * one of them does and the others wait. The history is in a schema of its own, which Supabase does not expose.
 */
public final class Migrations {

    private static final String HISTORY_SCHEMA = "atelier";

    /** Any number that nobody else locks by. */
    private static final long LOCK = 0x61_74_65_6c_69_65_73L;

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @param url not of a transaction pooler, when there is another address: waiting for the lock would occupy it
     * @param pgvector whether the database has to have it
     * @return the versions that were applied, each with its description; none when there was nothing to do
     * @throws PortFailure.Retryable when the database cannot be reached
     * @throws PortFailure.Permanent when it refuses, or is not one of Supabase; nothing of the failing migration is applied
     */
    public static List<String> migrate(DatabaseUrl url, Pgvector pgvector) {
        new DatabaseExtension("vector").enable(Connections.unpooled(url), pgvector);
        var applied = migrateTo(url, MigrationVersion.LATEST);
        VectorIndexes.create(Connections.unpooled(url));
        return applied;
    }

    /** Flyway would try for ten seconds where that is not allowed. */
    private static void createHistorySchema(DatabaseUrl url) {
        try {
            Jdbi.create(Connections.unpooled(url)).useTransaction(Migrations::createHistorySchema);
        } catch (ConnectionException e) {
            throw PostgresFailures.notLetIn(e);
        } catch (JdbiException e) {
            throw PostgresFailures.nothingDone(e);
        }
    }

    private static void createHistorySchema(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
        boolean isThere = handle.createQuery("select to_regnamespace(:name) is not null")
                .bind("name", HISTORY_SCHEMA)
                .mapTo(Boolean.class)
                .one();
        if (!isThere) {
            handle.execute("create schema " + HISTORY_SCHEMA);
        }
    }

    static List<String> migrateTo(DatabaseUrl url, MigrationVersion version) {
        createHistorySchema(url);
        try {
            return flyway(url, version).migrate().migrations.stream()
                    .map(Migrations::describe)
                    .toList();
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    static Flyway flyway(DatabaseUrl url, MigrationVersion version) {
        var configuration = Flyway.configure()
                .dataSource(
                        url.isTransactionPooler()
                                ? LocalSearchPath.of(Connections.unpooled(url))
                                : Connections.unpooled(url))
                .schemas(HISTORY_SCHEMA)
                .defaultSchema(HISTORY_SCHEMA)
                .createSchemas(false)
                .locations("classpath:db/migration")
                .target(version)
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
