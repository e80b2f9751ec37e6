package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.local.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Migrations by way of a transaction pooler, for whoever has no other address. */
class PoolerMigrationsTest {

    private final TestDatabase database =
            new TestDatabase(LocalPostgres.shared().newDatabase());
    private final DatabaseUrl url = DatabaseUrl.parse(Pooler.shared().url(database.database()));

    @AfterEach
    void drop() {
        LocalPostgres.shared().drop(database.database());
    }

    @Test
    void of_processes_that_start_at_once_one_migrates_and_the_others_wait()
            throws InterruptedException, ExecutionException {
        Callable<List<String>> migrate = () -> Migrations.migrate(url, Pgvector.REQUIRED);
        try (var executor = Executors.newFixedThreadPool(4)) {
            var applied = new ArrayList<String>();
            for (var outcome : executor.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                applied.addAll(outcome.get());
            }
            assertEquals(
                    database.query("select version from atelier.flyway_schema_history where type = 'SQL'")
                            .size(),
                    applied.size());
        }
    }

    @Test
    void nothing_is_left_behind_in_the_sessions_of_others() throws SQLException {
        var before = sessions();
        Migrations.migrate(url, Pgvector.REQUIRED);

        assertEquals(before, sessions());
    }

    /** What is set in the server's connections: as many transactions at once as there are connections get all of them. */
    private Set<String> sessions() throws SQLException {
        var connections = new ArrayList<Connection>();
        var found = new HashSet<String>();
        try {
            for (int i = 0; i < 5; i++) {
                var connection = Connections.unpooled(url).getConnection();
                connection.setAutoCommit(false);
                connections.add(connection);
                found.addAll(TestDatabase.query(
                        connection,
                        "select current_setting('search_path') || ' ' || current_user || ' '"
                                + " || current_setting('statement_timeout') || ' '"
                                + " || (select count(*) from pg_locks where locktype = 'advisory')"));
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
        return found;
    }
}
