package dev.atelier.adapter.postgres;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives repositories a connection: that of the transaction which their thread is in, or one for a single call. */
final class Database implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private record Transaction(Handle handle, PendingChanges pending, List<Runnable> afterCommit) {

        Transaction(Handle handle, List<Runnable> afterCommit) {
            this(handle, new PendingChanges(handle), afterCommit);
        }
    }

    private final Jdbi jdbi;

    @SuppressWarnings("ThreadLocalUsage") // a thread may be in transactions of several databases
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

    Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        var afterCommit = new ArrayList<Runnable>();
        T result;
        try (var handle = open()) {
            result = execute(new Transaction(handle, afterCommit), work);
        }
        afterCommit.forEach(Database::runSafely);
        return result;
    }

    private <T> T execute(Transaction transaction, Supplier<T> work) {
        begin(transaction.handle());
        current.set(transaction);
        T result;
        try {
            result = work.get();
            send(transaction);
        } catch (RuntimeException | Error e) {
            rollBack(transaction.handle(), e);
            throw e;
        } finally {
            current.remove();
        }
        commit(transaction.handle());
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        var transaction = current.get();
        if (transaction == null) {
            runSafely(action);
        } else {
            transaction.afterCommit().add(action);
        }
    }

    /** A call that changes nothing. */
    <T> T read(Function<Handle, T> call) {
        return call(call, PostgresFailures::nothingDone);
    }

    /** A call that changes something by one statement, or is inside of a transaction. */
    <T> T write(Function<Handle, T> call) {
        return call(call, PostgresFailures::perhapsDone);
    }

    /**
     * Changes something. Inside of a transaction it is not done at once, but before whatever the transaction asks next, and
     * before its end; a failure comes from there.
     */
    void writeSoon(String sql, Map<String, ?> values) {
        var transaction = current.get();
        if (transaction == null) {
            write(handle -> handle.createUpdate(sql).bindMap(values).execute());
        } else {
            translated(() -> transaction.pending().add(sql, values), PostgresFailures::nothingDone);
        }
    }

    /** Stores something that belongs to something else; {@code orphan} tells when that is not there. */
    <T> T insert(Function<Handle, T> call, Supplier<DomainException> orphan) {
        Optional.ofNullable(current.get()).ifPresent(Database::send); // what fails there is no orphan of this
        try {
            return write(call);
        } catch (PortFailure e) {
            if (PostgresFailures.sqlState(e)
                    .filter(PostgresFailures.FOREIGN_KEY_VIOLATION::equals)
                    .isPresent()) {
                throw orphan.get();
            }
            throw e;
        }
    }

    /** A call that makes sense only inside of a transaction. */
    <T> T inTransaction(Function<Handle, T> call) {
        if (current.get() == null) {
            throw new IllegalStateException("to be called inside of a transaction");
        }
        return write(call);
    }

    private static void send(Transaction transaction) {
        translated(() -> transaction.pending().send(), PostgresFailures::nothingDone);
    }

    private <T> T call(Function<Handle, T> call, Function<RuntimeException, PortFailure> alone) {
        var transaction = current.get();
        if (transaction != null) {
            send(transaction);
            return translating(() -> call.apply(transaction.handle()), PostgresFailures::nothingDone);
        }
        try (var handle = open()) {
            return translating(() -> call.apply(handle), alone);
        }
    }

    private Handle open() {
        return translating(jdbi::open, PostgresFailures::nothingDone);
    }

    private static void begin(Handle handle) {
        translating(handle::begin, PostgresFailures::nothingDone);
    }

    private static void commit(Handle handle) {
        translating(handle::commit, PostgresFailures::perhapsDone);
    }

    private static void rollBack(Handle handle, Throwable cause) {
        try {
            handle.rollback();
        } catch (JdbiException e) {
            cause.addSuppressed(e); // the connection is gone, and the transaction with it
        }
    }

    private static <T> T translating(Supplier<T> call, Function<RuntimeException, PortFailure> translation) {
        try {
            return call.get();
        } catch (JdbiException e) {
            throw translation.apply(e);
        }
    }

    private static void translated(Runnable call, Function<RuntimeException, PortFailure> translation) {
        translating(
                () -> {
                    call.run();
                    return true;
                },
                translation);
    }

    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("what was to follow a commit failed", e);
        }
    }
}
