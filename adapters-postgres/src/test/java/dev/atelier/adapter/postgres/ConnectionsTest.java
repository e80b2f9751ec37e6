package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.LocalPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {

    private static final String DATABASE = LocalPostgres.shared().database().url();

    @ParameterizedTest
    @CsvSource({"'', true", "?pgbouncer=false, true", "?pgbouncer=true, false"})
    void statements_are_prepared_on_the_server_unless_a_transaction_pooler_is_between(
            String parameters, boolean prepared) throws SQLException {
        assertEquals(prepared, keepsStatements(DatabaseUrl.parse(DATABASE + parameters)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?connection_limit=1&pool_timeout=10&schema=public", "?supa=base-pooler.x&sslmode=prefer", "?"})
    void parameters_that_are_meant_for_others_do_no_harm(String parameters) throws SQLException {
        assertTrue(keepsStatements(DatabaseUrl.parse(DATABASE + parameters)));
    }

    @Test
    void parameters_of_the_driver_are_heeded() {
        var source = Connections.unpooled(DatabaseUrl.parse(DATABASE + "?sslmode=verify-full&connectTimeout=7"));

        assertEquals("verify-full", source.getSslMode());
        assertEquals(7, source.getConnectTimeout());
    }

    @Test
    void parameters_in_the_words_of_libpq_are_understood() {
        var source = Connections.unpooled(
                DatabaseUrl.parse(DATABASE + "?application_name=me&connect_timeout=7&sslrootcert=/a.crt"));

        assertEquals("me", source.getApplicationName());
        assertEquals(7, source.getConnectTimeout());
        assertEquals("/a.crt", source.getSslRootCert());
    }

    @Test
    void a_parameter_that_the_driver_does_not_know_is_named_without_its_value() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(DATABASE + "?passphrase=sesame"));

        assertTrue(String.valueOf(refused.getMessage()).contains("passphrase"), refused::toString);
        assertFalse(String.valueOf(refused.getMessage()).contains("sesame"), refused::toString);
    }

    /** Whether the server has a prepared statement of ours once the driver has seen it often. */
    private static boolean keepsStatements(DatabaseUrl url) throws SQLException {
        try (var pool = Connections.pool(new PostgresSettings(url, 1));
                var connection = pool.getConnection()) {
            for (int i = 0; i < 20; i++) {
                try (var statement = connection.prepareStatement("select ? + 1")) {
                    statement.setInt(1, i);
                    statement.executeQuery();
                }
            }
            return TestDatabase.query(connection, "select name from pg_prepared_statements")
                            .size()
                    > 0;
        }
    }
}
