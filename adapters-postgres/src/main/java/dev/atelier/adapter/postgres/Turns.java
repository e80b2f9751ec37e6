package dev.atelier.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Gives each connection of a pool to one after another, in the order in which they came. That all are in use for a moment is
 * no failure of the database, so one waits longer for a turn than the pool lets wait for a connection that has to be made.
 * Whether a connection can be made, those find out whose turn it is: nobody who waits meanwhile waits for that once more.
 */
final class Turns implements ConnectionFactory {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Waiting, and then a database that says nothing, take no longer together. */
    private static final Duration LIMIT = Duration.ofMillis(4900);

    /** What any database needs to say something. */
    private static final Duration LEAST = Duration.ofMillis(200);

    private final DataSource pool;
    private final Semaphore turns;
    private volatile long lastFailure = System.nanoTime();

    /** @param count of connections in the pool at the most */
    Turns(DataSource pool, int count) {
        this.pool = pool;
        this.turns = new Semaphore(count, true);
    }

    @Override
    public Connection openConnection() throws SQLException {
        long begin = System.nanoTime();
        await();
        try {
            if (lastFailure - begin > 0) {
                throw new SQLTransientConnectionException("no connection could be made for those who waited before");
            }
            return hurried(connect(), LIMIT.toNanos() - (System.nanoTime() - begin));
        } catch (SQLException | RuntimeException | Error e) {
            turns.release();
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            turns.release();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return turns.getQueueLength();
    }

    private void await() throws SQLException {
        try {
            if (!turns.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SQLTransientConnectionException(
                        "all connections were in use for %d s, and %d others wait for one"
                                .formatted(PATIENCE.toSeconds(), waiting()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
        }
    }

    private Connection connect() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            lastFailure = System.nanoTime();
            throw e;
        }
    }

    /** Leaves a database that says nothing no more than this; the pool undoes it when it gets the connection back. */
    private static Connection hurried(Connection connection, long nanos) throws SQLException {
        try {
            if (nanos < Connections.SOCKET_TIMEOUT.toNanos()) {
                long millis = Math.max(LEAST.toMillis(), Duration.ofNanos(nanos).toMillis());
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(millis));
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
