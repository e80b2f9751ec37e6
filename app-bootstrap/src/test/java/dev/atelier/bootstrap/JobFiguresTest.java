package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backend and a worker, in processes of their own, show of jobs while these wait, fail and die. */
class JobFiguresTest {

    private static final String REMOVAL = "remove_deleted_files";

    @Test
    void depth_and_age_of_queues_time_retries_dead_letters_sweeps_and_open_streams_are_shown(@TempDir Path logs) {
        try (var stage = Stage.open();
                var backend = BackendProcess.start(stage.environment(), "-Xmx256m")) {
            var user = stage.newUser(backend.port());
            var run = Stage.startRun(user, 1);
            deleteFile(user);
            try (var ignored = BareFollower.open(user, run)) {
                assertWaiting(new Figures(backend.port()));
            }
            var log = logs.resolve("worker.json");
            try (var worker = WorkerProcess.start(withoutStorage(stage.environment()), log)) {
                assertFailing(Figures.told(log));
                lastAttempt(stage);
                assertDead(Figures.told(log));
                assertTrue(worker.process().isAlive());
            }
        }
    }

    private static void deleteFile(ApiClient user) {
        var project = Stage.create(user, "/projects", "Measured");
        var file = ApiClient.succeeded(user.upload("/projects/" + project + "/files", "a.txt", "Text."));
        user.delete("/files/" + file.get("id").asText());
    }

    private static Map<String, String> withoutStorage(Map<String, String> environment) {
        var settings = new HashMap<>(environment);
        settings.put("R2_ENDPOINT", "http://localhost:1");
        settings.put("METRICS_PORT", "0");
        return settings;
    }

    private static void assertWaiting(Figures backend) {
        for (var queue : new String[] {"interactive", "bulk"}) {
            Stage.await(() -> backend.count("atelier_jobs_due{queue=\"%s\"}".formatted(queue)) >= 1);
            Stage.await(() -> backend.count("atelier_jobs_oldest_seconds{queue=\"%s\"}".formatted(queue)) > 0);
        }
        Stage.await(() -> backend.count("atelier_run_event_streams") == 1);
    }

    private static void assertFailing(Figures worker) {
        Stage.await(() -> worker.attempts("execute_step", "done") > 0);
        Stage.await(() -> worker.attempts(REMOVAL, "retried") > 0);
        assertTrue(worker.count("atelier_jobs_attempts_seconds_sum{kind=\"%s\",outcome=\"retried\"}".formatted(REMOVAL))
                > 0);
        Stage.await(() -> worker.count("atelier_jobs_sweeps_total") > 0);
    }

    private static void assertDead(Figures worker) {
        Stage.await(() -> worker.attempts(REMOVAL, "dead") > 0);
        Stage.await(() -> worker.count("atelier_jobs_dead{queue=\"bulk\"}") > 0);
    }

    /** As if the removal had been tried for more than an hour. */
    private static void lastAttempt(Stage stage) {
        try (var connection = stage.stack().postgres().database().dataSource().getConnection();
                var update = connection.prepareStatement(
                        "update public.jobs set attempt = 15, run_at = now() where kind = ? and state = 'waiting'")) {
            update.setString(1, REMOVAL);
            Stage.await(() -> updated(update) > 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int updated(PreparedStatement update) {
        try {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
