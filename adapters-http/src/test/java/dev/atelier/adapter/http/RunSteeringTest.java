package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do to runs that are under way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunSteeringTest {

    private final TestServer server = TestServer.start();
    private final Api ada = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aRunIsPausedAndGoesOn() {
        var run = newRun();

        var paused = ada.post(run + "/pause").expect(202);
        assertEquals("paused", paused.string("status"));
        assertEquals("requested", paused.string("pauseReason"));
        assertEquals(paused.etag(), ada.get(run).etag());
        ada.post(run + "/pause").expectProblem(409, "invalid_state");

        var resumed = ada.post(run + "/resume").expect(202);
        assertEquals("running", resumed.string("status"));
        assertTrue(resumed.json().path("pauseReason").isNull());
        ada.post(run + "/resume").expectProblem(409, "invalid_state");
    }

    @Test
    void aPausedRunGoesOnWithAnotherLimitOfCost() {
        var run = newRun();
        assertTrue(
                ada.post(run + "/pause").expect(202).json().path("costLimitUsd").isNull());

        ada.post(run + "/resume", "{\"costLimitUsd\":0}")
                .expectProblem(422, "validation_failed")
                .expectFault("costLimitUsd");
        ada.post(run + "/resume", "{\"limit\":1}").expectProblem(400, "malformed_request");
        ada.post(run + "/resume", "1.5").expectProblem(400, "malformed_request");

        var resumed = ada.post(run + "/resume", "{\"costLimitUsd\":1.5}").expect(202);
        assertEquals("running", resumed.string("status"));
        assertEquals("1.5", resumed.json().path("costLimitUsd").decimalValue().toPlainString());
        ada.post(run + "/pause").expect(202);
        assertEquals(
                "1.5",
                ada.post(run + "/resume", "{}")
                        .expect(202)
                        .json()
                        .path("costLimitUsd")
                        .decimalValue()
                        .toPlainString());
    }

    @Test
    void aRunThatHasComeToItsLimitSaysSo() {
        server.adapters()
                .modelCatalog()
                .add(new Model(
                        "maker/dear",
                        "Dear",
                        0,
                        Set.of(Output.TEXT),
                        Optional.of(new Prices(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN))));
        var definition = Definitions.ONE_TEXT.replace("\"prompt\"", "\"model\":\"maker/dear\",\"prompt\"");
        var workflow = ada.post(ada.newProject() + "/workflows", "{\"name\":\"Ads\",\"definition\":" + definition + "}")
                .header("Location")
                .orElseThrow();
        var run = ada.post(workflow + "/runs", "{\"inputs\":{\"topic\":\"tea\"},\"costLimitUsd\":9.99}")
                .header("Location")
                .orElseThrow();
        try (var worker = work()) {
            awaitStatus(run, "paused");

            var paused = ada.get(run).expect(200);
            assertEquals("cost_limit", paused.string("pauseReason"));
            assertTrue(paused.string("error").startsWith("The run may spend 9.99 USD"), paused::text);

            ada.post(run + "/resume", "{\"costLimitUsd\":10}").expect(202);
            var events = ada.get(run + "/events").expect(200).text(); // ends with the run
            assertTrue(events.contains("\"pauseReason\":\"cost_limit\""), events);
            assertTrue(ada.get(run).json().path("error").isNull());
        }
    }

    @Test
    void aRunIsStoppedOnceAndForGood() {
        var run = newRun();

        assertEquals("stopped", ada.post(run + "/stop").expect(202).string("status"));
        ada.post(run + "/stop").expectProblem(409, "invalid_state");
        ada.post(run + "/resume").expectProblem(409, "invalid_state");
        ada.post(run + "/retry").expectProblem(409, "invalid_state");
        assertTrue(ada.get(run + "/events").expect(200).text().contains("event: run.stopped"));
    }

    @Test
    void aRunWaitsForAPersonAndGoesOnWithTheDecision() {
        var run = newRun();
        try (var worker = work()) {
            awaitStatus(run, "paused");
            assertEquals("review", ada.get(run).string("pauseReason"));
            ada.post(run + "/resume").expectProblem(409, "invalid_state");
            ada.post(run + "/steps/write/review", "{\"decision\":\"approve\"}").expectProblem(404, "not_found");
            ada.post(run + "/steps/no%20node/review", "{\"decision\":\"approve\"}")
                    .expectProblem(404, "not_found");

            ada.post(run + "/steps/check/review", "{\"decision\":\"reject\",\"comment\":\"Too loud.\"}")
                    .expect(202);
            awaitStatus(run, "completed");
        }
        var outputs = ada.get(run).json().path("outputs").path("check");
        assertEquals("reject", outputs.path("decision").asText());
        assertEquals("Too loud.", outputs.path("comment").asText());
        ada.post(run + "/steps/check/review", "{\"decision\":\"approve\"}").expectProblem(409, "invalid_state");
    }

    @Test
    void whatIsNoDecisionIsTold() {
        var review = newRun() + "/steps/check/review";

        ada.post(review, "{}").expectProblem(422, "validation_failed").expectFault("decision");
        ada.post(review, "{\"decision\":\"maybe\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("decision");
        ada.post(review, "{\"decision\":\"approve\",\"comment\":\"" + "x".repeat(10_001) + "\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("comment");
        ada.post(review, "{\"decision\":\"approve\"}").expectProblem(409, "invalid_state"); // nothing has begun
    }

    private Worker work() {
        return server.core().jobs().startWorker(WorkerOptions.DEFAULT);
    }

    private String newRun() {
        var workflow = ada.post(
                        ada.newProject() + "/workflows",
                        "{\"name\":\"Ads\",\"definition\":" + Definitions.ONE_REVIEW + "}")
                .expect(201)
                .header("Location")
                .orElseThrow();
        return ada.post(workflow + "/runs", "{\"inputs\":{\"topic\":\"tea\"}}")
                .expect(202)
                .header("Location")
                .orElseThrow();
    }

    private void awaitStatus(String run, String status) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!ada.get(run).string("status").equals(status)) {
                Thread.onSpinWait();
            }
        });
    }
}
