package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:secret@db.example.com:5433/atelier",
                "postgres://ada:secret@db.example.com:5433/atelier",
                "jdbc:postgresql://ada:secret@db.example.com:5433/atelier",
                "jdbc:postgresql://db.example.com:5433/atelier?user=ada&password=secret",
                " postgresql://ada:secret@db.example.com:5433/atelier\n"
            })
    void all_the_forms_that_people_have_mean_the_same(String text) {
        assertEquals(
                new DatabaseUrl("db.example.com", 5433, "atelier", "ada", "secret", Map.of()), DatabaseUrl.parse(text));
    }

    @Test
    void port_and_database_have_the_defaults_of_postgresql() {
        assertEquals(
                new DatabaseUrl("localhost", 5432, "postgres", "ada", "", Map.of()),
                DatabaseUrl.parse("postgresql://ada@localhost"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:p%40ss%2Fw%3Ard@localhost/db",
                "postgresql://ada:p@ss/w:rd@localhost/db",
                "postgresql://ada:p%40ss/w:rd@localhost/db"
            })
    void a_password_may_hold_anything_encoded_or_not(String text) {
        assertEquals("p@ss/w:rd", DatabaseUrl.parse(text).password());
    }

    @Test
    void a_stray_percent_sign_and_a_plus_are_themselves() {
        assertEquals(
                "100%+x",
                DatabaseUrl.parse("postgresql://ada:100%+x@localhost/db").password());
    }

    @Test
    void the_user_of_the_pooler_keeps_its_project() {
        var url = DatabaseUrl.parse("postgresql://postgres.abcdef:secret@aws-0-eu.pooler.supabase.com:5432/postgres");

        assertEquals("postgres.abcdef", url.user());
        assertFalse(url.isTransactionPooler());
    }

    @Test
    void the_transaction_pooler_is_known_by_its_port_or_by_its_parameter() {
        assertTrue(DatabaseUrl.parse("postgresql://ada@localhost:6543/db").isTransactionPooler());
        assertTrue(DatabaseUrl.parse("postgresql://ada@localhost/db?pgbouncer=true")
                .isTransactionPooler());
        assertFalse(DatabaseUrl.parse("postgresql://ada@localhost/db?pgbouncer=false")
                .isTransactionPooler());
    }

    @Test
    void parameters_are_decoded() {
        assertEquals(
                Map.of("sslmode", "require", "options", "-c a=b", "ApplicationName", ""),
                DatabaseUrl.parse("postgresql://ada@localhost/db?sslmode=require&options=-c%20a%3Db&ApplicationName")
                        .parameters());
    }

    @Test
    void no_address_takes_long_to_understand() {
        var many = "postgresql://ada@localhost/db?" + "a=".repeat(2_000) + "&b@".repeat(2_000) + "\n";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(many)));
    }

    @Test
    void an_address_of_version_6_is_one() {
        assertEquals(
                "[2001:db8::1]",
                DatabaseUrl.parse("postgresql://ada:x@[2001:db8::1]:5432/db").host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com:5433/atelier?user=ada&password=p@ss:w/rd?",
                "jdbc:postgresql://db.example.com:5433/atelier?user=ada&password=p%40ss%3Aw%2Frd%3F",
                "postgresql://ada:p@ss:w/rd?@db.example.com:5433/atelier",
                "postgresql://ada:p@ss:w/rd?@db.example.com:5433/atelier?"
            })
    void what_looks_like_a_host_in_a_password_is_none(String text) {
        assertEquals(
                new DatabaseUrl("db.example.com", 5433, "atelier", "ada", "p@ss:w/rd?", Map.of()),
                DatabaseUrl.parse(text));
    }

    @Test
    void an_at_sign_in_a_parameter_is_none_before_the_host() {
        var url = DatabaseUrl.parse("postgresql://ada:secret@localhost/db?ApplicationName=me@work&");

        assertEquals("localhost", url.host());
        assertEquals(Map.of("ApplicationName", "me@work"), url.parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://ada:sesame@localhost/db, it must begin with postgresql://",
        "postgresql:ada:sesame@localhost/db, it must begin with postgresql://",
        "postgresql://ada:sesame@, the host is missing",
        "postgresql://ada:sesame@/db, the host is missing",
        "postgresql://ada:sesame@:5432/db, the host is missing",
        "postgresql://localhost/db, the user is missing",
        "postgresql://:sesame@localhost/db, the user is missing",
        "postgresql://ada:sesame@localhost:0/db, the port must be 1 to 65535",
        "postgresql://ada:sesame@localhost:70000/db, the port must be 1 to 65535",
    })
    void it_says_what_is_wrong(String text, String expected) {
        var message = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(text))
                .getMessage();

        assertTrue(String.valueOf(message).startsWith(expected), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://ada:sesame@localhost/db",
                "localhost:5432/db",
                "postgresql://",
                "postgresql://:sesame@localhost/db",
                "postgresql://localhost/db",
                "postgresql://ada:sesame@localhost:0/db",
                "postgresql://ada:sesame@localhost:65536/db",
                "postgresql://ada:sesame@localhost:port/db",
                "postgresql://ada:sesame@[::1/db",
                "postgresql://ada:sesame",
                "postgresql://ada:73829"
            })
    void what_is_none_is_refused_with_what_is_wrong_and_never_with_the_password(String text) {
        var message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(text))
                .getMessage());

        assertTrue(message.contains("expected postgresql://user:password@") || message.contains("port"), message);
        assertFalse(message.contains("sesame"), message);
        assertFalse(message.contains("73829"), message);
    }

    @Test
    void its_text_has_no_password() {
        assertEquals(
                "postgresql://ada@localhost:5432/db",
                DatabaseUrl.parse("postgresql://ada:sesame@localhost/db?sslmode=require")
                        .toString());
        assertFalse(new PostgresSettings(DatabaseUrl.parse("postgresql://ada:sesame@localhost/db"), 1)
                .toString()
                .contains("sesame"));
    }
}
