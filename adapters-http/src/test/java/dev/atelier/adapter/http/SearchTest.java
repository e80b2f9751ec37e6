package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.search.Answer;
import dev.atelier.port.in.search.Question;
import dev.atelier.port.in.search.Search;
import dev.atelier.port.in.search.SearchRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final String TEA = "Green tea is harvested in spring by hand.";
    private static final String QUESTION = "{\"question\":\"When is green tea harvested in spring by hand?\"}";
    private static final String STREAM = "text/event-stream";

    private record Event(String name, JsonNode data) {}

    private final TestServer server = TestServer.start();
    private final Worker worker = server.core().jobs().startWorker(WorkerOptions.DEFAULT);
    private final Api ada = server.newUser();
    private final String project = ada.newProject();

    @AfterEach
    void stop() {
        worker.close();
        server.close();
    }

    @Test
    void aPassageHasEveryFieldOfTheContract() {
        var document = newDocument(TEA);

        var passages = ada.post(project + "/search", "{\"query\":\"green tea\",\"limit\":3,\"mode\":\"keyword\"}")
                .expect(200)
                .json()
                .path("passages");

        assertEquals(1, passages.size());
        var passage = passages.get(0);
        assertTrue(document.endsWith(passage.path("documentId").asText()));
        assertEquals("Tea", passage.path("title").asText());
        assertEquals(TEA, passage.path("content").asText());
        assertTrue(passage.path("score").asDouble() > 0);
        assertEquals(0, passage.path("location").path("start").asInt());
        assertEquals(TEA.length(), passage.path("location").path("end").asInt());
        assertEquals(5, passage.size());
    }

    @Test
    void everyModeIsUnderstoodAndOneIsUsual() {
        newDocument(TEA);

        for (var mode : List.of("", ",\"mode\":\"hybrid\"", ",\"mode\":\"vector\"", ",\"mode\":\"keyword\"")) {
            var found = ada.post(project + "/search", "{\"query\":\"green tea\"" + mode + "}")
                    .expect(200);
            assertEquals(1, found.json().path("passages").size(), mode);
        }
    }

    @Test
    void everyFaultIsToldAtOnce() {
        ada.post(project + "/search", "{\"mode\":\"magic\",\"limit\":51}")
                .expectProblem(422, "validation_failed")
                .expectFault("query")
                .expectFault("mode")
                .expectFault("limit");
        ada.post(project + "/ask", "{\"question\":\" \",\"model\":\"\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("question")
                .expectFault("model");
        ada.post(project + "/ask", "{\"query\":\"x\"}").expectProblem(400, "malformed_request");
    }

    @Test
    void anAnswerComesWholeWithItsCitations() {
        newDocument(TEA);
        server.adapters().textModel().answer("In spring [1].");

        var answer = ada.post(project + "/ask", QUESTION).expect(200).json();

        assertEquals("In spring [1].", answer.path("answer").asText());
        assertEquals(1, answer.path("citations").size());
        assertEquals(TEA, answer.path("citations").get(0).path("quote").asText());
        assertEquals(1, answer.path("citations").get(0).path("number").asInt());
        assertTrue(answer.path("usage").path("inputTokens").asInt() > 0);
    }

    @Test
    void anAnswerComesAsItIsWrittenForWhoWantsThat() {
        newDocument(TEA);
        server.adapters().textModel().answer("In spring [1].");

        var reply = stream();

        assertEquals(Optional.of(STREAM), reply.header("Content-Type"));
        assertEquals(Optional.of("no"), reply.header("X-Accel-Buffering"));
        var events = events(reply);
        var text = new StringBuilder();
        events.stream()
                .filter(event -> event.name().equals("token"))
                .forEach(event -> text.append(event.data().path("text").asText()));
        assertEquals("In spring [1].", text.toString());
        assertEquals("citations", events.get(events.size() - 2).name());
        assertEquals(1, events.get(events.size() - 2).data().path("citations").size());
        assertEquals("done", events.getLast().name());
        assertEquals("In spring [1].", events.getLast().data().path("answer").asText());
    }

    @Test
    void whatFailsBeforeTheFirstPieceIsAProblemAsEverywhere() {
        newDocument(TEA);
        var away = PortFailure.Retryable.unavailable(PortFailure.Service.TEXT_MODEL, "away");
        server.adapters().textModel().fail(away).fail(away);

        ada.post(project + "/ask", QUESTION).expectProblem(502, "upstream_failed");
        stream().expectProblem(502, "upstream_failed");
    }

    @Test
    void whatFailsLaterIsTheLastEvent() {
        try (var breaking = TestServer.start(TestServer.SETTINGS, ports -> Ports.with(ports, new BreakingSearch()))) {
            var eve = breaking.newUser();
            var reply =
                    eve.json("POST", eve.newProject() + "/ask", QUESTION, request -> request.header("Accept", STREAM));

            var events = events(reply.expect(200));
            assertEquals(
                    List.of("token", "error"), events.stream().map(Event::name).toList());
            assertEquals("upstream_failed", events.getLast().data().path("code").asText());
            assertFalse(events.getLast().data().toString().contains("inside"));
        }
    }

    @Test
    void whenNothingFitsTheAnswerSaysSo() {
        newDocument(TEA);

        var answer = ada.post(project + "/ask", "{\"question\":\"Who won?\"}")
                .expect(200)
                .json();

        assertEquals(0, answer.path("citations").size());
        assertTrue(answer.path("answer").asText().startsWith("There is nothing"));
    }

    @Test
    void anUploadedDocumentIsAcceptedAndItsTextIsThereALittleLater() {
        var accepted = ada.send(Form.upload(ada.request(project + "/documents/upload")))
                .expect(202);

        assertEquals("brief", accepted.string("title"));
        assertEquals("text", accepted.string("mediaType"));
        assertEquals("pending", accepted.string("ingestion"));
        var document = accepted.header("Location").orElseThrow();
        awaitReady(document);
        assertEquals("Cocoa and orange.", ada.get(document).string("content"));
        assertEquals(1, ada.get(project + "/files").json().path("items").size());
    }

    @Test
    void whoeverAsksAgainForAPendingDocumentSeesWhenItIsReady() {
        var created = ada.post(project + "/documents", "{\"title\":\"Tea\",\"content\":\"" + TEA + "\"}")
                .expect(201);
        var document = created.header("Location").orElseThrow();
        awaitReady(document);

        var shown = ada.get(document, "If-None-Match", created.etag()).expect(200);

        assertEquals("ready", shown.string("ingestion"));
        ada.json("PATCH", document, "{\"status\":\"done\"}", request -> request.header("If-Match", created.etag()))
                .expect(200);
    }

    @Test
    void ofAnUploadThatIsNoDocumentNothingStays() {
        ada.send(ada.request(project + "/documents/upload")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("""
                                --x
                                Content-Disposition: form-data; name="file"; filename="a.zip"
                                Content-Type: application/zip

                                \u0001\u0002
                                --x--
                                """.replace("\n", "\r\n"))))
                .expectProblem(422, "validation_failed");

        assertEquals(0, ada.get(project + "/files").json().path("items").size());
        assertEquals(0, ada.get(project + "/documents").json().path("items").size());
    }

    @Test
    void theSameUploadWithTheSameKeyIsOneDocument() {
        var first = ada.send(
                        Form.upload(ada.request(project + "/documents/upload").header("Idempotency-Key", "k")))
                .expect(202);
        var second = ada.send(
                        Form.upload(ada.request(project + "/documents/upload").header("Idempotency-Key", "k")))
                .expect(202);

        assertEquals(first.string("id"), second.string("id"));
        assertEquals(1, ada.get(project + "/documents").json().path("items").size());
        assertEquals(1, ada.get(project + "/files").json().path("items").size());
    }

    private String newDocument(String content) {
        var document = ada.post(project + "/documents", "{\"title\":\"Tea\",\"content\":\"" + content + "\"}")
                .expect(201)
                .header("Location")
                .orElseThrow();
        awaitReady(document);
        return document;
    }

    private void awaitReady(String document) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!ada.get(document).string("ingestion").equals("ready")) {
                Thread.onSpinWait();
            }
        });
    }

    private Reply stream() {
        return ada.json("POST", project + "/ask", QUESTION, request -> request.header("Accept", STREAM));
    }

    private static List<Event> events(Reply reply) {
        var events = new ArrayList<Event>();
        for (var event : reply.text().split("\n\n", -1)) {
            if (!event.isEmpty()) {
                var lines = event.lines().toList();
                events.add(new Event(
                        lines.get(0).substring("event: ".length()),
                        Reply.parse(lines.get(1).substring("data: ".length()))));
            }
        }
        return events;
    }

    /** Writes a piece, and then it is gone. */
    private static final class BreakingSearch implements Search {

        @Override
        public List<FoundPassage> search(UserId user, ProjectId project, SearchRequest request) {
            return List.of();
        }

        @Override
        public Answer ask(UserId user, ProjectId project, Question question, Consumer<String> onToken) {
            onToken.accept("In ");
            throw new PortFailure.OutcomeUnknown(PortFailure.Service.TEXT_MODEL, "inside", new IOException("cut"));
        }
    }
}
