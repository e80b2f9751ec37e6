package dev.atelier.port.out.transaction;

import java.util.function.Supplier;

/**
 * All or nothing. What repositories do on the thread of {@link #execute} between its begin and its end is one transaction;
 * outside of one, each of their calls is a transaction of its own.
 *
 * <p>Isolation is read committed, as PostgreSQL understands it: a statement sees what was committed before it began.
 * Exceptions of repositories: {@link dev.atelier.port.PortFailure}; {@code Retryable} when nothing was done,
 * {@code OutcomeUnknown} when the connection was lost while committing.
 */
public interface Transactions {

    /**
     * Does {@code work} in a transaction, which is committed when it returns and undone when it throws; the exception goes
     * on to the caller as it is. Within a transaction of the same thread it takes part in that one: it begins and commits
     * nothing, and when it throws, the caller decides by letting the exception pass.
     *
     * @return what {@code work} returned
     */
    <T> T execute(Supplier<T> work);

    /** The same for {@code work} that returns nothing. */
    default void run(Runnable work) {
        execute(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Does {@code action} once the transaction of this thread has been committed, on the same thread, in the order in which
     * actions were given; never when it is undone. Outside of a transaction it is done at once. An exception of an action
     * is logged and does not reach the caller, whose transaction stands; the other actions are done all the same.
     */
    void afterCommit(Runnable action);
}
