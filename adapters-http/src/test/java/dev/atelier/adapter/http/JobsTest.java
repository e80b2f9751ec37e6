package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {

    private final TestServer server = TestServer.start();
    private final Api ada = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aJobIsShownToItsOwnerAndListed() {
        var grace = server.newUser();
        grace.post(grace.newWorkflow() + "/runs", "{\"inputs\":{\"topic\":\"tea\"}}")
                .expect(202);

        var items = grace.get(Routes.JOBS).expect(200).json().path("items");
        assertEquals(1, items.size());
        var job =
                grace.get(Routes.JOBS + "/" + items.path(0).path("id").asText()).expect(200);

        assertEquals(items.path(0), job.json());
        assertEquals("execute_step", job.string("kind"));
        assertEquals("interactive", job.string("queue"));
        assertEquals("waiting", job.string("state"));
        assertEquals(0, job.json().path("attempt").asInt());
        assertTrue(Instant.parse(job.string("runAt")).isBefore(Instant.now().plusSeconds(1)));
        assertTrue(job.json().path("error").isNull());
        assertTrue(job.json().path("endedAt").isNull());
        assertEquals(9, job.json().size());
    }

    @Test
    void theTagOfAJobChangesWithIt() {
        var path = newJob(ada);
        var tag = ada.get(path).expect(200).etag();
        ada.get(path, "If-None-Match", tag).expect(304);

        ada.post(path + "/cancel").expect(202);

        ada.get(path, "If-None-Match", tag).expect(200);
    }

    @Test
    void whyAJobFailedIsNotShown() {
        var path = newJob(ada);
        var claim = server
                .adapters()
                .jobs()
                .claimDue(EnumSet.allOf(Queue.class), 100, 100, Duration.ofMinutes(1))
                .claims()
                .stream()
                .filter(taken -> path.endsWith(taken.job().id().value().toString()))
                .findFirst()
                .orElseThrow();
        server.adapters().jobs().bury(claim, "password of the database");

        var job = ada.get(path).expect(200);

        assertEquals("dead", job.string("state"));
        assertTrue(job.string("error").contains("An attempt has failed"), job::text);
        assertFalse(job.text().contains("password"), job::text);
    }

    @Test
    void aJobIsCancelledOnce() {
        var path = newJob(ada);

        var cancelled = ada.post(path + "/cancel").expect(202);

        assertEquals("cancelled", cancelled.string("state"));
        assertEquals(cancelled.json(), ada.get(path).expect(200).json());
        ada.post(path + "/cancel").expectProblem(409, "invalid_state");
    }

    @Test
    void jobsOfOthersDoNotExist() {
        var path = newJob(ada);
        var stranger = server.newUser();

        stranger.get(path).expectProblem(404, "not_found");
        stranger.post(path + "/cancel").expectProblem(404, "not_found");
        stranger.get(Routes.JOBS + "/" + UUID.randomUUID()).expectProblem(404, "not_found");
        assertEquals(
                0, stranger.get(Routes.JOBS).expect(200).json().path("items").size());
        assertEquals("waiting", ada.get(path).expect(200).string("state"));
        server.stranger().get(path).expectProblem(401, "missing_token");
    }

    @Test
    void metricsAreForPrometheusAndNeedNoToken() {
        var metrics = server.stranger().get("/metrics").expect(200);

        assertEquals(Optional.of("text/plain; version=0.0.4; charset=utf-8"), metrics.header("Content-Type"));
        assertEquals(TestServer.METRICS, metrics.text());
    }

    /** The path of a new job. */
    private String newJob(Api owner) {
        var id = new JobId(UUID.randomUUID());
        server.adapters()
                .jobs()
                .insert(new Job(id, owner.user(), Queue.BULK, new Task.RemoveDeletedFiles(), Optional.empty()));
        return Routes.JOBS + "/" + id.value();
    }
}
