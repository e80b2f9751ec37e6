package dev.atelier.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DirectUploadsTest {

    private static final TestServer server = TestServer.start();

    private final Api ada = server.newUser();
    private final String files = ada.newProject() + "/files";
    private final String uploads = files + "/uploads";

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aBrowserIsToldWhatToSendAndTheFileIsThereOnceItIsCompleted() {
        var place = ada.post(uploads, body("a.txt", "text/plain", "5")).expect(201);
        var path = Routes.FILES + "/" + place.string("fileId");
        assertEquals(Optional.of(path), place.header("Location"));
        assertEquals("PUT", place.string("method"));
        assertTrue(place.json().path("headers").has("Content-Type"));
        ada.get(path).expectProblem(404, "not_found");
        ada.post(path + "/complete").expectProblem(409, "upload_incomplete");

        assertEquals(200, send(place, "hello"));
        var file = ada.post(path + "/complete").expect(200);

        assertEquals("stored", file.string("state"));
        assertEquals(5, file.json().path("size").asInt());
        assertEquals(file.text(), ada.get(path).expect(200).text());
        assertEquals(file.text(), ada.post(path + "/complete").expect(200).text());
        assertEquals(file.etag(), ada.get(path).etag());
    }

    @Test
    void whatIsSomethingElseIsRefusedAndGone() {
        var place = ada.post(uploads, body("a.png", "image/png", "5")).expect(201);
        var path = Routes.FILES + "/" + place.string("fileId");
        send(place, "hello");

        ada.post(path + "/complete").expectProblem(422, "validation_failed").expectFault("contentType");
        ada.post(path + "/complete").expectProblem(404, "not_found");
        assertEquals(0, ada.get(files).expect(200).json().path("items").size());
    }

    @Test
    void whatIsMissingOrWrongIsToldAllAtOnce() {
        ada.post(uploads, "{}")
                .expectProblem(422, "validation_failed")
                .expectFault("fileName")
                .expectFault("contentType")
                .expectFault("size");
        ada.post(uploads, body("a", "nonsense", "-1")).expectProblem(422, "validation_failed");
        ada.post(uploads, body("a", "text/plain", "\"5\"")).expectProblem(400, "malformed_request");
        ada.post(uploads, body("a", "text/plain", Long.toString(TestServer.UPLOAD_MAX_BYTES + 1)))
                .expectProblem(413, "too_large");
        ada.post(uploads, "{\"fileName\":\"a\",\"contentType\":\"text/plain\",\"size\":1,\"sha256\":\"x\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("sha256");
    }

    @Test
    void theSameRequestWithTheSameKeyIsOnePlace() {
        var first = begin("key", "5").expect(201);

        assertEquals(first.text(), begin("key", "5").expect(201).text());
        begin("key", "6").expectProblem(409, "idempotency_key_reused");
    }

    @Test
    void placesOfOthersAreNotThere() {
        var place = ada.post(uploads, body("a.txt", "text/plain", "5")).expect(201);
        send(place, "hello");
        var stranger = server.newUser();

        stranger.post(uploads, body("a.txt", "text/plain", "5")).expectProblem(404, "not_found");
        stranger.post(Routes.FILES + "/" + place.string("fileId") + "/complete").expectProblem(404, "not_found");
    }

    private Reply begin(String key, String size) {
        return ada.send(ada.request(uploads)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body("a.txt", "text/plain", size))));
    }

    private static int send(Reply place, String text) {
        var headers = new HashMap<String, String>();
        place.json()
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return server.adapters().upload(URI.create(place.string("url")), headers, text.getBytes(UTF_8));
    }

    private static String body(String name, String type, String size) {
        return "{\"fileName\":\"%s\",\"contentType\":\"%s\",\"size\":%s}".formatted(name, type, size);
    }
}
