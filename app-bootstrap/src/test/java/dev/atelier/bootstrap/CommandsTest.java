package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @Test
    void help_names_every_command() {
        var help = Command.run(Map.of(), "help");

        assertEquals(0, help.exitCode());
        for (String name : List.of("backend", "worker", "migrate", "doctor", "version", "help")) {
            assertTrue(help.out().lines().anyMatch(line -> line.strip().startsWith(name + " ")), help::out);
        }
    }

    @Test
    void version_is_told() {
        var version = Command.run(Map.of(), "version");

        assertEquals(0, version.exitCode());
        assertTrue(version.out().matches("atelier \\S+\\R"), version::out);
    }

    @Test
    void a_command_that_does_not_exist_is_wrong_usage() {
        var nonsense = Command.run(Map.of(), "nonsense");

        assertEquals(64, nonsense.exitCode());
        assertTrue(nonsense.err().contains("'nonsense'"), nonsense::err);
    }

    @Test
    void no_command_at_all_is_wrong_usage() {
        assertEquals(64, Command.run(Map.of()).exitCode());
    }

    @Test
    void an_option_that_does_not_exist_is_wrong_usage() {
        assertEquals(64, Command.run(Map.of(), "version", "--verbose").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend", "worker", "migrate"})
    void wrong_configuration_has_its_own_exit_code(String name) {
        var command = Command.run(Map.of("LOG_FORMAT", "xml"), name);

        assertEquals(78, command.exitCode());
        assertTrue(command.err().contains("DATABASE_URL: is not set"), command::err);
        assertTrue(command.err().contains("LOG_FORMAT: must be one of"), command::err);
    }

    @Test
    void the_doctor_lists_every_wrong_setting_and_fails() {
        var doctor = Command.run(Map.of(), "doctor");

        assertEquals(1, doctor.exitCode());
        assertTrue(doctor.out().lines().allMatch(line -> line.startsWith("FAILED   settings ")), doctor::out);
        assertTrue(doctor.out().contains("SUPABASE_URL: is not set"), doctor::out);
    }

    @Test
    void a_database_that_is_away_fails_while_running() {
        var migrate =
                Command.run(Map.of("DATABASE_URL", "postgresql://postgres:sesame@localhost:1/postgres"), "migrate");

        assertEquals(1, migrate.exitCode());
        assertEquals(1, migrate.err().lines().count(), migrate::err);
        assertTrue(!migrate.err().contains("sesame"), migrate::err);
    }
}
