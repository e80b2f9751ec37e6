package dev.atelier.adapter.postgres;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.postgresql.util.PSQLException;

/** Decides what a failure of the database means (PostgreSQL documentation, appendix A: error codes). */
final class PostgresFailures {

    static final String FOREIGN_KEY_VIOLATION = "23503";
    static final String UNIQUE_VIOLATION = "23505";

    private static final String QUERY_CANCELED = "57014";
    private static final String CONNECTION_EXCEPTION = "08";

    /** Too many connections, out of memory; shutting down; rolled back; not available just now. */
    private static final Set<String> PASSING_CLASSES = Set.of(CONNECTION_EXCEPTION, "53", "40", "55");

    private static final Set<String> PASSING_STATES = Set.of("57P01", "57P02", "57P03", "57P05", "25006", "XX000");

    /** The user or the password is wrong, the database does not exist. */
    private static final Set<String> REFUSALS = Set.of("28000", "28P01", "3D000");

    private PostgresFailures() {}

    /** {@code e} when nothing can have been done: before or inside of a transaction, or while reading. */
    static PortFailure nothingDone(RuntimeException e) {
        var state = sqlState(e).orElse("");
        var message = message(e);
        if (state.equals(QUERY_CANCELED)) {
            return PortFailure.Retryable.timedOut(Service.DATABASE, message, e);
        }
        if (e instanceof ConnectionException || isPassing(state)) {
            return PortFailure.Retryable.unavailable(Service.DATABASE, message, e);
        }
        return new PortFailure.Permanent(Service.DATABASE, message, e);
    }

    /** {@code e} when a connection could not be made, and nobody has been let in before: the settings may be wrong. */
    static PortFailure notLetIn(RuntimeException e) {
        var state = sqlState(e).orElse("");
        var message = message(e);
        return REFUSALS.contains(state) || ConnectionAdvice.isUnknownTenant(message)
                ? new PortFailure.Permanent(Service.DATABASE, message, e)
                : PortFailure.Retryable.unavailable(Service.DATABASE, message, e);
    }

    /** {@code e} when it came from a commit, or from a statement that commits by itself. */
    static PortFailure perhapsDone(RuntimeException e) {
        boolean lost = sqlState(e)
                .filter(state -> state.startsWith(CONNECTION_EXCEPTION) || state.startsWith("57P"))
                .isPresent();
        return lost && !(e instanceof ConnectionException)
                ? new PortFailure.OutcomeUnknown(Service.DATABASE, message(e), e)
                : nothingDone(e);
    }

    /** The SQLSTATE of the failure; empty when the driver gave none. */
    static Optional<String> sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static boolean isPassing(String state) {
        return PASSING_STATES.contains(state)
                || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }

    /** What the server said, without the statement and its values, and what can be done about it. */
    private static String message(Throwable e) {
        Throwable deepest = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            deepest = cause instanceof SQLException ? cause : deepest;
        }
        var said = said(deepest);
        return "database: "
                + said
                + ConnectionAdvice.on(deepest, sqlState(e).orElse(""), said)
                        .map(advice -> "; " + advice)
                        .orElse("");
    }

    static String said(Throwable e) {
        return e instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? String.valueOf(sql.getServerErrorMessage().getMessage())
                : firstLine(e);
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
