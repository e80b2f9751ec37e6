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
        for (String name : List.of("backend", "worker", "migrate", "doctor", "jobs", "version", "help")) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs",
                "jobs nonsense",
                "jobs list --state asleep",
                "jobs list --queue express",
                "jobs list --limit 0",
                "jobs list --limit 1001",
                "jobs list --owner ada",
                "jobs retry",
                "jobs retry 01a20d85-260a-7cf1-831a-4f4d5e1fc2e9 --all-dead",
                "jobs drop",
                "jobs drop 12"
            })
    void wrong_usage_of_jobs_has_the_exit_code_of_wrong_usage(String line) {
        var command = Command.run(Map.of(), line.split(" "));

        assertEquals(64, command.exitCode(), command::err);
        assertTrue(command.err().contains("Usage: atelier jobs"), command::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs list", "jobs retry --all-dead", "jobs drop 01a20d85-260a-7cf1-831a-4f4d5e1fc2e9"})
    void jobs_need_the_settings_of_a_worker(String line) {
        var command = Command.run(Map.of(), line.split(" "));

        assertEquals(78, command.exitCode());
        assertTrue(command.err().contains("DATABASE_URL: is not set"), command::err);
    }
}
