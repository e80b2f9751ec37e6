package dev.atelier.bench.jobs;

import dev.atelier.local.LocalDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What PostgreSQL gives by itself: a bare row for each job, put in, claimed and finished by bare statements. */
final class PostgresFloor {

    private static final String TABLE = """
            create table if not exists bare_jobs (id uuid primary key, state text not null, run_at timestamptz not null default now());
            create index if not exists bare_jobs_waiting on bare_jobs (run_at) where state = 'waiting';
            truncate bare_jobs
            """;

    private static final String INSERT = "insert into bare_jobs (id, state) values (?, 'waiting')";

    private static final String CLAIM = """
            update bare_jobs set state = 'claimed' where id = any(array(
                select id from bare_jobs where state = 'waiting' order by run_at limit ? for update skip locked))
            returning id
            """;

    private static final String FINISH = "update bare_jobs set state = 'done' where id = any(?)";

    private final LocalDatabase database;

    PostgresFloor(LocalDatabase database) {
        this.database = database;
    }

    /** Seconds for all of it; each job is put in, claimed and finished by a commit of its own, eight at once. */
    double oneByOne(int jobs) throws SQLException {
        prepare();
        long start = System.nanoTime();
        Threads.all(thread -> {
            try (var connection = database.dataSource().getConnection();
                    var insert = connection.prepareStatement(INSERT);
                    var claim = connection.prepareStatement(CLAIM);
                    var finish = connection.prepareStatement(FINISH)) {
                for (int i = 0; i < jobs / Threads.COUNT; i++) {
                    insert(insert);
                    finish(connection, finish, claim(claim, 1));
                }
            }
        });
        return seconds(start);
    }

    /** Seconds for all of it; eight put jobs in by a commit each while one claims and one finishes so many at once. */
    double batched(int jobs, int batch) throws SQLException {
        prepare();
        var left = new AtomicInteger(jobs);
        long start = System.nanoTime();
        Threads.all(thread -> {
            try (var connection = database.dataSource().getConnection();
                    var insert = connection.prepareStatement(INSERT);
                    var claim = connection.prepareStatement(CLAIM);
                    var finish = connection.prepareStatement(FINISH)) {
                for (int i = 0; i < jobs / Threads.COUNT; i++) {
                    insert(insert);
                }
                while (thread == 0 && left.get() > 0) {
                    var claimed = claim(claim, batch);
                    finish(connection, finish, claimed);
                    left.addAndGet(-claimed.length);
                }
            }
        });
        return seconds(start);
    }

    private void prepare() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    private static void insert(PreparedStatement insert) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.executeUpdate();
    }

    private static UUID[] claim(PreparedStatement claim, int limit) throws SQLException {
        claim.setInt(1, limit);
        try (var rows = claim.executeQuery()) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids.toArray(UUID[]::new);
        }
    }

    private static void finish(Connection connection, PreparedStatement finish, UUID[] ids) throws SQLException {
        finish.setArray(1, connection.createArrayOf("uuid", ids));
        finish.executeUpdate();
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
