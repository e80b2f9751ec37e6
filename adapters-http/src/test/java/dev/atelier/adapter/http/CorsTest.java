package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a browser lets pages of which origin do (WHATWG Fetch, section 3.2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorsTest {

    private static final String ME = Routes.API + "/me";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    private Reply preflight(String origin) {
        var stranger = server.stranger();
        return stranger.send(stranger.request(Routes.PROJECTS)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type,if-match")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    @Test
    void ourPagesMayCallWithTheHeadersTheyNeed() {
        var allowed = preflight(TestServer.ORIGIN).expect(200);

        assertEquals(Optional.of(TestServer.ORIGIN), allowed.header(ALLOW_ORIGIN));
        assertTrue(allowed.header("Access-Control-Allow-Methods").orElseThrow().contains("PATCH"));
        var headers = allowed.header("Access-Control-Allow-Headers").orElseThrow();
        for (var name : List.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key", "Last-Event-ID")) {
            assertTrue(headers.contains(name), () -> name + " in " + headers);
        }
        assertEquals(Optional.empty(), allowed.header("Access-Control-Allow-Credentials"));
    }

    @Test
    void ourPagesMayReadTheAnswersErrorsIncluded() {
        var api = server.newUser();
        for (var reply : List.of(
                api.get(ME, "Origin", TestServer.ORIGIN),
                server.stranger().get(ME, "Origin", TestServer.ORIGIN),
                api.get("/nothing", "Origin", TestServer.ORIGIN))) {
            assertEquals(Optional.of(TestServer.ORIGIN), reply.header(ALLOW_ORIGIN));
            var exposed = reply.header("Access-Control-Expose-Headers").orElseThrow();
            for (var name : List.of("ETag", "X-Request-Id", "Retry-After", "Location")) {
                assertTrue(exposed.contains(name), () -> name + " in " + exposed);
            }
            assertTrue(reply.header("Vary").orElseThrow().contains("Origin"));
        }
    }

    @Test
    void pagesOfOthersMayNot() {
        for (var origin : List.of(
                "https://evil.example", TestServer.ORIGIN + ".evil.example", "null", "https://appXexample.com")) {
            assertEquals(Optional.empty(), preflight(origin).header(ALLOW_ORIGIN));
            assertEquals(
                    Optional.empty(), server.newUser().get(ME, "Origin", origin).header(ALLOW_ORIGIN));
        }
    }
}
