package dev.atelier.local.auth;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** What PostgreSQL says of a statement that failed. */
record DatabaseFailure(String state, String message) {

    private static final String UNIQUE_VIOLATION = "23505";

    static DatabaseFailure of(JdbiException failure) {
        return Optional.ofNullable(failure.getCause())
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(cause -> new DatabaseFailure(String.valueOf(cause.getSQLState()), firstLine(cause)))
                .orElseGet(() -> new DatabaseFailure("", String.valueOf(failure.getMessage())));
    }

    /** The lines after the first show the row that was refused, with the hash of the password. */
    private static String firstLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    boolean isDuplicate() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
