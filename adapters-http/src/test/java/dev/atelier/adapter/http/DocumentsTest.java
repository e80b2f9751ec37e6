package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();
    private final String project = api.newProject();

    @AfterAll
    void stop() {
        server.close();
    }

    private Reply create(String json) {
        return api.post(project + "/documents", json);
    }

    @Test
    void aNewDocumentHasEveryFieldOfTheContract() {
        var created = create("{\"title\":\"Notes\",\"content\":\"Hello\"}").expect(201);

        var json = created.json();
        assertEquals(Optional.of(Routes.DOCUMENTS + "/" + created.string("id")), created.header("Location"));
        assertTrue(project.endsWith(created.string("projectId")));
        assertEquals("Notes", created.string("title"));
        assertEquals("Hello", created.string("content"));
        assertEquals("text", created.string("mediaType"));
        assertEquals("draft", created.string("status"));
        assertEquals("pending", created.string("ingestion"));
        for (var absent : new String[] {"fileId", "fileUrl", "ingestionError"}) {
            assertTrue(json.has(absent) && json.path(absent).isNull(), absent);
        }
        assertEquals(12, json.size());
        assertEquals(
                json, api.get(Routes.DOCUMENTS + "/" + created.string("id")).json());
    }

    @Test
    void whatItIsMadeOfAndHowFarItIsCanBeSaid() {
        var created = create("{\"title\":\"Notes\",\"mediaType\":\"markdown\",\"status\":\"done\"}")
                .expect(201);

        assertEquals("markdown", created.string("mediaType"));
        assertEquals("done", created.string("status"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        create("{\"mediaType\":\"MARKDOWN\",\"status\":\"ready\",\"content\":\"\\u0000\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("title")
                .expectFault("mediaType")
                .expectFault("status")
                .expectFault("content");
    }

    @Test
    void aListShowsTheBeginningOfEachContent() {
        var mine = api.newProject();
        api.post(mine + "/documents", "{\"title\":\"Long\",\"content\":\"" + "x".repeat(3000) + "\"}")
                .expect(201);

        var listed =
                api.get(mine + "/documents").expect(200).json().path("items").path(0);

        assertEquals(2000, listed.path("content").asText().length());
        assertEquals(
                3000,
                api.get(Routes.DOCUMENTS + "/" + listed.path("id").asText())
                        .string("content")
                        .length());
    }

    @Test
    void aDocumentIsChangedAndDeleted() {
        var document = create("{\"title\":\"Notes\"}").header("Location").orElseThrow();

        var changed = api.patch(document, "{\"content\":\"More\",\"status\":\"done\"}")
                .expect(200);
        assertEquals("Notes", changed.string("title"));
        assertEquals("More", changed.string("content"));
        assertEquals("done", changed.string("status"));
        assertEquals("\"2-pending\"", changed.etag());
        api.patch(document, "{\"mediaType\":\"pdf\"}").expectProblem(400, "malformed_request");
        api.patch(document, "{\"status\":\"x\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("status");

        api.delete(document).expect(204);
        api.get(document).expectProblem(404, "not_found");
    }

    @Test
    void thereIsNothingInAProjectOfSomebodyElse() {
        var theirs = server.newUser().newProject();

        api.get(theirs + "/documents").expectProblem(404, "not_found");
        api.post(theirs + "/documents", "{\"title\":\"Mine\"}").expectProblem(404, "not_found");
        api.get(Routes.DOCUMENTS + "/" + UUID.randomUUID()).expectProblem(404, "not_found");
    }
}
