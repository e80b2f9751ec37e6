package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.LocalPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TurnsTest {

    private interface Answer {
        Connection connection() throws SQLException;
    }

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Answer answer = TurnsTest::connection;
    private final Turns turns = new Turns(pool(), 1);

    @Test
    void who_waits_gets_the_connection_of_who_has_done() throws Exception {
        var first = turns.openConnection();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(turns::openConnection);
            awaitThat(() -> turns.waiting() == 1);
            assertEquals(1, asked.get());
            turns.closeConnection(first);

            turns.closeConnection(second.get());
        }
        assertEquals(2, asked.get());
        assertEquals(0, turns.waiting());
    }

    @Test
    void who_has_waited_for_three_seconds_is_told_why_and_takes_no_turn_from_others() throws Exception {
        var first = turns.openConnection();
        long begin = System.nanoTime();
        var failure = assertThrows(SQLTransientConnectionException.class, turns::openConnection);

        assertTrue(String.valueOf(failure.getMessage()).contains("in use for 3 s"), failure::getMessage);
        assertTrue(System.nanoTime() - begin >= Turns.PATIENCE.toNanos());
        turns.closeConnection(first);
        turns.closeConnection(turns.openConnection());
    }

    @Test
    void that_the_database_is_away_is_found_out_once_for_all_who_wait() throws Exception {
        var proceed = new CountDownLatch(1);
        answer = () -> {
            awaitQuietly(proceed);
            throw new SQLException("away");
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Connection>>();
            for (int i = 0; i < 20; i++) {
                waiting.add(threads.submit((Callable<Connection>) turns::openConnection));
            }
            awaitThat(() -> turns.waiting() == 19);
            proceed.countDown();
            for (var one : waiting) {
                assertThrows(ExecutionException.class, one::get);
            }
        }
        assertEquals(1, asked.get());

        answer = TurnsTest::connection;
        turns.closeConnection(turns.openConnection());
    }

    @Test
    void who_is_interrupted_waits_no_longer() throws Exception {
        var first = turns.openConnection();
        var failures = new ArrayList<Throwable>();
        var second = Thread.ofVirtual().start(() -> {
            failures.add(assertThrows(SQLTransientConnectionException.class, turns::openConnection));
            assertTrue(Thread.currentThread().isInterrupted());
            failures.add(new Throwable("to its end"));
        });
        awaitThat(() -> turns.waiting() == 1);
        second.interrupt();
        second.join();

        assertEquals(2, failures.size());
        turns.closeConnection(first);
    }

    @Test
    void a_connection_that_cannot_be_closed_is_out_of_use_all_the_same() throws Exception {
        answer = () -> (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    throw new SQLException("gone");
                });
        var gone = turns.openConnection();
        assertThrows(SQLException.class, () -> turns.closeConnection(gone));

        answer = TurnsTest::connection;
        turns.closeConnection(turns.openConnection());
    }

    @Test
    void many_who_ask_at_once_all_get_their_turn_though_it_takes_longer_than_making_a_connection_may()
            throws Exception {
        var here = TestDatabase.migrated();
        try (var adapter = PostgresAdapter.open(
                        new PostgresSettings(here.settings().url(), 2));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                work.add(() -> adapter.transactions().execute(() -> {
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                    return true;
                }));
            }
            for (var one : threads.invokeAll(work)) {
                assertTrue(one.get());
            }
            assertTrue(System.nanoTime() - begin > Duration.ofMillis(1500).toNanos());
            assertEquals(0, adapter.connections().waiting());
        } finally {
            LocalPostgres.shared().drop(here.database());
        }
    }

    @Test
    void who_has_waited_for_a_turn_waits_so_much_less_for_a_database_that_then_says_nothing() throws Exception {
        var here = TestDatabase.migrated();
        try (var cable = Cable.to(here.url().port());
                var pool = Connections.pool(new PostgresSettings(cable.url(here.url()), 1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var real = new Turns(pool, 1);
            var first = real.openConnection();
            long begin = System.nanoTime();
            var second = threads.submit(real::openConnection);
            LockSupport.parkNanos(Turns.PATIENCE.minusMillis(600).toNanos());
            real.closeConnection(first);
            var connection = second.get();
            cable.silence();

            try (var statement = connection.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute("select 1"));
            }
            var busyMachine = Duration.ofMillis(300);
            assertTrue(System.nanoTime() - begin
                    < Duration.ofSeconds(5).plus(busyMachine).toNanos());
            real.closeConnection(connection);
            cable.mend();
            var usual = real.openConnection();
            assertEquals(Connections.SOCKET_TIMEOUT.toMillis(), usual.getNetworkTimeout());
            real.closeConnection(usual);
        } finally {
            LocalPostgres.shared().drop(here.database());
        }
    }

    private DataSource pool() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    asked.incrementAndGet();
                    return answer.connection();
                });
    }

    private static Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> null);
    }

    private static void awaitThat(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
