package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker, in a process of its own, writes to its log. */
class JobLogTest {

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.open();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void every_line_that_a_job_logs_says_which_job_it_is_and_which_attempt(@TempDir Path logs) {
        var lines = logs.resolve("worker.json");
        String requestId;
        // each job of this worker fails and says so; and whatever else is logged meanwhile counts
        var environment = Settings.with(
                Settings.with(stage.environment(), "R2_ENDPOINT", "http://localhost:1"), "LOG_LEVEL", "debug");
        try (var backend = App.startBackend(AppConfig.read(stage.environment(), Role.BACKEND))) {
            var user = stage.newUser(backend.port());
            var project = Stage.create(user, "/projects", "Logged");
            var file = ApiClient.succeeded(user.upload("/projects/" + project + "/files", "a.txt", "Text."));
            var deleted = ApiClient.send(
                    user.request("/files/" + file.get("id").asText()).DELETE());
            assertEquals(2, deleted.statusCode() / 100, deleted::body);
            requestId = deleted.headers().firstValue("X-Request-Id").orElseThrow();
            try (var worker = WorkerProcess.start(environment, lines)) {
                Stage.await(() -> ofJobs(lines).stream()
                        .anyMatch(line -> line.path("attempt").asText().equals("2")));
                assertTrue(worker.process().isAlive());
            }
        }
        assertTrue(
                ofJobs(lines).stream()
                        .anyMatch(line -> line.path("requestId").asText().equals(requestId)),
                "none is of the request that has made the job");
        for (var line : ofJobs(lines)) {
            assertTrue(line.hasNonNull("requestId"), line::toString);
            assertEquals(
                    line.get("thread_name").asText(),
                    "job-" + line.path("jobId").asText(),
                    line::toString);
            assertTrue(line.path("attempt").asText().matches("[1-9]\\d*"), line::toString);
        }
        assertTrue(
                ofJobs(lines).stream()
                        .anyMatch(line -> line.get("level").asText().equals("WARN")),
                "none has failed");
        assertTrue(
                ofJobs(lines).stream()
                        .anyMatch(line -> line.get("logger_name").asText().startsWith("org.apache.hc")),
                "none is of what an adapter uses");
        assertNamedOnlyWhereItIsSaid(lines);
    }

    /** Whatever names a job, on whichever thread, is a line of that job. */
    private static void assertNamedOnlyWhereItIsSaid(Path lines) {
        var jobs = ofJobs(lines).stream()
                .map(line -> line.path("jobId").asText())
                .distinct()
                .toList();
        for (var line : all(lines)) {
            jobs.stream()
                    .filter(job -> line.path("message").asText().contains(job))
                    .forEach(job -> assertEquals(job, line.path("jobId").asText(), line::toString));
        }
    }

    /** What was logged on threads of jobs. */
    private static List<JsonNode> ofJobs(Path lines) {
        return all(lines).stream()
                .filter(line -> line.path("thread_name").asText().startsWith("job-"))
                .toList();
    }

    /** A last line that is not written to its end is left out. */
    private static List<JsonNode> all(Path lines) {
        try {
            var text = Files.readString(lines);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(JobLogTest::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return ApiClient.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
