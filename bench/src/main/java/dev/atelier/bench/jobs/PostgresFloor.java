package dev.atelier.bench.jobs;

import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What PostgreSQL gives by itself: jobs put in, claimed and finished by prepared statements of the bare driver, on a connection
 * for each thread.
 */
final class PostgresFloor {

    private static final Duration MOMENT = Duration.ofNanos(100_000);

    private final LocalDatabase database;
    private final List<UserId> users;
    private final Writes writes;

    PostgresFloor(LocalDatabase database, List<UserId> users, Writes writes) {
        this.database = database;
        this.users = users;
        this.writes = writes;
    }

    /** Seconds for all of it; each job is put in, claimed and finished by a commit of its own, eight at once. */
    double oneByOne(int jobs) throws SQLException {
        prepare();
        long start = System.nanoTime();
        Threads.all(thread -> {
            try (var client = new Client()) {
                for (int i = 0; i < jobs / Threads.COUNT; i++) {
                    client.insert(thread + i * Threads.COUNT);
                    client.finish(client.claim(1));
                }
            }
        });
        return seconds(start);
    }

    /** Seconds for all of it; eight put jobs in by a commit each while a ninth claims and finishes so many at once. */
    double batched(int jobs, int batch) throws SQLException {
        prepare();
        var there = new AtomicInteger();
        long start = System.nanoTime();
        var worker = Thread.ofVirtual().start(() -> work(jobs, batch, there));
        Threads.all(thread -> {
            try (var client = new Client()) {
                for (int i = 0; i < jobs / Threads.COUNT; i++) {
                    client.insert(thread + i * Threads.COUNT);
                    there.incrementAndGet();
                }
            }
        });
        join(worker);
        return seconds(start);
    }

    private void work(int jobs, int batch, AtomicInteger there) {
        try (var client = new Client()) {
            for (int done = 0; done < jobs; ) {
                if (there.get() - done >= Math.min(batch, jobs - done)) {
                    var claimed = client.claim(batch);
                    client.finish(claimed);
                    done += claimed.length;
                } else {
                    LockSupport.parkNanos(MOMENT.toNanos());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(writes.prepare());
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private final class Client implements AutoCloseable {

        private final Connection connection = database.dataSource().getConnection();
        private final PreparedStatement insert = connection.prepareStatement(writes.insert());
        private final PreparedStatement claim = connection.prepareStatement(writes.claim());
        private final PreparedStatement finish = connection.prepareStatement(writes.finish());

        Client() throws SQLException {}

        void insert(int number) throws SQLException {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, users.get(number % users.size()).value());
            if (writes.inTransaction()) {
                connection.setAutoCommit(false);
                insert.executeUpdate();
                connection.commit();
                connection.setAutoCommit(true);
            } else {
                insert.executeUpdate();
            }
        }

        UUID[] claim(int limit) throws SQLException {
            claim.setInt(1, limit);
            try (var rows = claim.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (rows.next()) {
                    ids.add(rows.getObject("id", UUID.class));
                }
                return ids.toArray(UUID[]::new);
            }
        }

        void finish(UUID[] ids) throws SQLException {
            finish.setArray(1, connection.createArrayOf("uuid", ids));
            finish.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
