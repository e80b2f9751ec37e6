package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.atelier.port.PortFailure;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "53300", "53200", "40001", "40P01", "55P03", "57P01", "57P02", "57P03", "25006",
                "XX000"
            })
    void what_passes_may_be_tried_again(String state) {
        assertInstanceOf(PortFailure.Retryable.class, PostgresFailures.nothingDone(failure(state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001", "42501", "28P01", "3D000", "25P02"})
    void what_does_not_pass_is_permanent(String state) {
        assertInstanceOf(PortFailure.Permanent.class, PostgresFailures.nothingDone(failure(state)));
        assertInstanceOf(PortFailure.Permanent.class, PostgresFailures.perhapsDone(failure(state)));
    }

    @ParameterizedTest
    @CsvSource({"57014, true", "40001, false"})
    void a_statement_that_was_stopped_is_a_timeout(String state, boolean timeout) {
        assertEquals(
                timeout,
                assertInstanceOf(PortFailure.Retryable.class, PostgresFailures.nothingDone(failure(state)))
                        .isTimeout());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02"})
    void a_connection_that_was_lost_while_committing_leaves_the_outcome_unknown(String state) {
        assertInstanceOf(PortFailure.OutcomeUnknown.class, PostgresFailures.perhapsDone(failure(state)));
    }

    @Test
    void without_a_connection_nothing_can_have_been_done() {
        var none = new ConnectionException(new SQLException("no connection", "08001"));

        assertInstanceOf(PortFailure.Retryable.class, PostgresFailures.perhapsDone(none));
    }

    @Test
    void the_message_is_the_first_line_of_what_was_said_and_the_service_is_named() {
        var failure = PostgresFailures.nothingDone(
                new TransactionException("outer", new SQLException("could not\n  Where: select", "40001")));

        assertEquals("database: could not", failure.getMessage());
        assertEquals(PortFailure.Service.DATABASE, failure.service());
    }

    private static TransactionException failure(String state) {
        return new TransactionException(new SQLException("said by the test", state));
    }
}
