package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs, and the stream of their events. */
class RunsTest {

    private static final String INPUTS = "{\"inputs\":{\"topic\":\"tea\"}}";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TestServer server = TestServer.start(
            new HttpSettings(
                    "localhost",
                    0,
                    TestServer.SETTINGS.allowedOrigins(),
                    TestServer.UPLOAD_MAX_BYTES,
                    Duration.ofSeconds(20),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(10),
                    false),
            ports -> ports);
    private final Api ada = server.newUser();
    private final String workflow = ada.newWorkflow();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunIsAcceptedShownAndListed() {
        var accepted = ada.post(workflow + "/runs", INPUTS).expect(202);
        var path = accepted.header("Location").orElseThrow();

        assertEquals("pending", accepted.string("status"));
        assertEquals("tea", accepted.json().path("inputs").path("topic").asText());
        assertEquals(accepted.text(), ada.get(path).expect(200).text());
        assertEquals(
                1, ada.get(workflow + "/runs").expect(200).json().path("items").size());
        var step = ada.get(path + "/steps").expect(200).json().path("items").path(0);
        assertEquals("begin", step.path("nodeId").asText());
        assertEquals("start", step.path("type").asText());
        assertEquals("pending", step.path("status").asText());
    }

    @Test
    void whenItHasRunItTellsItsOutputs() {
        var path = start();
        try (var worker = work()) {
            ada.get(path + "/events").expect(200);
        }
        var run = ada.get(path).expect(200).json();
        assertEquals("completed", run.path("status").asText());
        assertEquals(100, run.path("progress").asInt());
        assertEquals(
                "About tea", run.path("outputs").path("write").path("content").asText());
        assertTrue(run.path("usage").path("inputTokens").asInt() > 0);
    }

    @Test
    void aWorkflowThatCannotRunIsRefusedWithItsNodes() {
        var draft = ada.post(
                        ada.newProject() + "/workflows",
                        "{\"name\":\"Draft\",\"definition\":" + Definitions.WITHOUT_FINISH + "}")
                .expect(201)
                .header("Location")
                .orElseThrow();

        var problem = ada.post(draft + "/runs", "{}").expectProblem(422, "workflow_invalid");

        assertTrue(problem.json().path("errors").findValuesAsText("nodeId").contains("write"), problem::text);
    }

    @Test
    void inputsThatAreMissingOrWrongAreToldAllAtOnce() {
        ada.post(workflow + "/runs", "{\"inputs\":{\"colour\":1}}")
                .expectProblem(422, "validation_failed")
                .expectFault("inputs.topic")
                .expectFault("inputs.colour");
        ada.post(workflow + "/runs", "{\"inputs\":{\"topic\":\"x\"},\"costLimitUsd\":0}")
                .expectProblem(422, "validation_failed")
                .expectFault("costLimitUsd");
    }

    @Test
    void aRunIsStartedOnceForEachKey() {
        var first = startWithKey(INPUTS).expect(202);

        assertEquals(first.text(), startWithKey(INPUTS).expect(202).text());
        startWithKey("{\"inputs\":{\"topic\":\"coffee\"}}").expectProblem(409, "idempotency_key_reused");
        assertEquals(1, ada.get(workflow + "/runs").json().path("items").size());
    }

    @Test
    void runsOfOthersAreNotThere() {
        var path = start();
        var stranger = server.newUser();

        for (var address : List.of(path, path + "/steps", path + "/events", workflow + "/runs")) {
            stranger.get(address).expectProblem(404, "not_found");
        }
        stranger.post(workflow + "/runs", INPUTS).expectProblem(404, "not_found");
    }

    @Test
    void theStreamHasEveryEventFromTheFirstAndEndsWithTheLast() {
        var path = start();
        try (var worker = work()) {
            var reply = ada.get(path + "/events").expect(200);

            assertEquals(Optional.of("text/event-stream"), reply.header("Content-Type"));
            assertEquals(Optional.of("no"), reply.header("X-Accel-Buffering"));
            assertEquals(Optional.of("no-store"), reply.header("Cache-Control"));
            assertNumbers(1, reply);
            assertEquals("run.queued", lines(reply, "event: ").getFirst());
            assertEquals("run.completed", lines(reply, "event: ").getLast());
        }
        assertEquals(
                lines(ada.get(path + "/events"), "id: "), lines(ada.get(path + "/events"), "id: "), "told again alike");
    }

    @Test
    void whoComesBackGetsWhatCameAfter() {
        var path = start();
        try (var worker = work()) {
            ada.get(path + "/events").expect(200);
        }

        assertNumbers(4, ada.get(path + "/events", "Last-Event-ID", "3").expect(200));
        var last = lines(ada.get(path + "/events"), "id: ").getLast();
        assertEquals(
                "", ada.get(path + "/events", "Last-Event-ID", last).expect(200).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999", "1 2"})
    void whatIsNoNumberOfAnEventIsRefused(String id) {
        ada.get(start() + "/events", "Last-Event-ID", id).expectProblem(400, "malformed_request");
    }

    @Test
    void whoTakesNoStreamGetsNone() {
        ada.get(start() + "/events", "Accept", "application/json").expectProblem(406, "not_acceptable");
    }

    @Test
    void whileNothingHappensACommentKeepsTheStreamOpen() throws IOException {
        try (var socket = open(start())) {
            var reader = reader(socket);
            for (int comments = 0; comments < 3; ) {
                comments += reader.readLine().equals(": keep-alive") ? 1 : 0;
            }
        }
    }

    @Test
    void aReaderWhoReadsNothingHoldsUpNobody() throws IOException {
        var path = start();
        try (var lazy = open(path);
                var worker = work()) {
            assertNumbers(1, ada.get(path + "/events").expect(200));
            assertTrue(lazy.isConnected());
        }
    }

    @Test
    void whenTheServerStopsStreamsEndAtOnce() throws IOException, InterruptedException {
        try (var socket = open(start())) {
            var reader = reader(socket);
            var first = reader.readLine();
            var ended = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                readAll(reader);
                ended.countDown();
            });

            assertTimeoutPreemptively(LIMIT, server::close);

            ended.await();
            assertTrue(first.startsWith("HTTP/1.1 200"), first);
        }
    }

    private static void readAll(BufferedReader reader) {
        try {
            while (reader.readLine() != null) {
                // on
            }
        } catch (IOException closed) {
            // the end as well
        }
    }

    private Socket open(String path) throws IOException {
        var socket = new Socket("localhost", server.http().port());
        socket.setSoTimeout((int) LIMIT.toMillis());
        var request = "GET %s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, ada.token());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private Worker work() {
        return server.core().jobs().startWorker(WorkerOptions.DEFAULT);
    }

    private String start() {
        return ada.post(workflow + "/runs", INPUTS)
                .expect(202)
                .header("Location")
                .orElseThrow();
    }

    private Reply startWithKey(String body) {
        return ada.json("POST", workflow + "/runs", body, request -> request.header("Idempotency-Key", "key"));
    }

    private static void assertNumbers(long first, Reply reply) {
        var numbers = lines(reply, "id: ");
        assertEquals(
                LongStream.range(first, first + numbers.size())
                        .mapToObj(Long::toString)
                        .toList(),
                numbers);
        assertTrue(!numbers.isEmpty(), reply::text);
    }

    private static List<String> lines(Reply reply, String prefix) {
        return reply.text()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }
}
