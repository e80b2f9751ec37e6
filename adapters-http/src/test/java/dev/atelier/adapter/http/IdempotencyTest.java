package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {

    private static final String TEA = "{\"name\":\"Tea\"}";

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    private static Reply post(Api api, String path, String json, String key) {
        return api.json("POST", path, json, request -> request.header("Idempotency-Key", key));
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndDoneOnce() {
        var api = server.newUser();

        var first = post(api, Routes.PROJECTS, TEA, "k1").expect(201);
        var again = post(api, Routes.PROJECTS, TEA, "k1").expect(201);

        assertArrayEquals(first.body(), again.body());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.etag(), again.etag());
        assertEquals(first.header("Content-Type"), again.header("Content-Type"));
        assertNotEquals(first.header("X-Request-Id"), again.header("X-Request-Id"));
        assertEquals(1, api.get(Routes.PROJECTS).json().path("items").size());
    }

    @Test
    void anotherRequestOfTheSameKeyIsAConflict() {
        var api = server.newUser();
        var project = post(api, Routes.PROJECTS, TEA, "k1").header("Location").orElseThrow();

        post(api, Routes.PROJECTS, "{\"name\":\"Coffee\"}", "k1").expectProblem(409, "idempotency_key_reused");
        post(api, project + "/documents", TEA.replace("name", "title"), "k1")
                .expectProblem(409, "idempotency_key_reused");
    }

    @Test
    void usersDoNotShareKeys() {
        var one = post(server.newUser(), Routes.PROJECTS, TEA, "k1").expect(201);
        var other = post(server.newUser(), Routes.PROJECTS, TEA, "k1").expect(201);

        assertNotEquals(one.string("id"), other.string("id"));
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        var api = server.newUser();

        post(api, Routes.PROJECTS, "{}", "k1").expectProblem(422, "validation_failed");

        post(api, Routes.PROJECTS, TEA, "k1").expect(201);
    }

    @Test
    void aRunIsStartedOnce() {
        var api = server.newUser();
        var runs = api.newWorkflow() + "/runs";
        var inputs = "{\"inputs\":{\"topic\":\"tea\"}}";

        var first = post(api, runs, inputs, "k1").expect(202);
        var again = post(api, runs, inputs, "k1").expect(202);

        assertEquals(first.json(), again.json());
        assertEquals(1, api.get(runs).json().path("items").size());
    }

    @Test
    void aKeyThatSaysNothingIsMalformed() {
        post(server.newUser(), Routes.PROJECTS, TEA, " ").expectProblem(400, "malformed_request");
    }
}
