package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request, whatever it is about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

    private static final String ME = Routes.API + "/me";

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void anAddressThatDoesNotExistIsNotFound() {
        api.get("/api/v1/nothing").expectProblem(404, "not_found");
        server.stranger().get("/nothing").expectProblem(404, "not_found");
        server.stranger().get("/").expectProblem(404, "not_found");
        server.stranger().get("/auth/v1/token").expectProblem(404, "not_found");
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsNamedTogetherWithThoseItTakes() {
        var refused = api.delete(ME).expectProblem(405, "method_not_allowed");

        assertEquals(
                Set.of("GET", "HEAD", "PATCH"),
                Set.of(refused.header("Allow").orElseThrow().split(", ")));
        api.send(api.request(ME).method("FROB", BodyPublishers.noBody())).expectProblem(405, "method_not_allowed");
        api.send(api.request(ME).method("OPTIONS", BodyPublishers.noBody())).expectProblem(405, "method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "application/xml, text/*", "application/json;q=0", "application/json;q=0, */*"})
    void whoTakesNoJsonGetsNone(String accept) {
        api.get(ME, "Accept", accept).expectProblem(406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "text/html, application/*;q=0.1",
                "APPLICATION/JSON; q=1",
                "text/html,*/*;q=0.1"
            })
    void whoTakesJsonGetsIt(String accept) {
        api.get(ME, "Accept", accept).expect(200);
    }

    @Test
    void aRequestIsRefusedBeforeAnythingIsDoneWhenItsAnswerIsNotWanted() {
        var owner = server.newUser();

        owner.json("POST", Routes.PROJECTS, "{\"name\":\"Tea\"}", request -> request.header("Accept", "text/html"))
                .expectProblem(406, "not_acceptable");

        assertEquals(0, owner.get(Routes.PROJECTS).json().path("items").size());
    }

    @Test
    void everyAnswerHasARequestIdOfItsOwn() {
        var one = api.get(ME).header("X-Request-Id").orElseThrow();
        var other = server.stranger().get("/nothing").header("X-Request-Id").orElseThrow();

        assertNotEquals(one, other);
    }

    @Test
    void aSaneRequestIdIsTakenOver() {
        assertEquals(
                Optional.of("abc-1.2_3"),
                api.get(ME, "X-Request-Id", "abc-1.2_3").header("X-Request-Id"));
        assertEquals(
                "abc",
                server.stranger()
                        .get(ME, "X-Request-Id", "abc")
                        .expectProblem(401, "missing_token")
                        .string("requestId"));
    }

    @Test
    void anOddRequestIdIsReplaced() {
        for (var odd : List.of("a b", "<script>", "x".repeat(129), "\u00e9", "a;b")) {
            assertNotEquals(Optional.of(odd), api.get(ME, "X-Request-Id", odd).header("X-Request-Id"));
        }
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        for (var reply :
                List.of(api.get(ME), api.get("/nothing"), server.stranger().get(ME))) {
            assertEquals(Optional.of("nosniff"), reply.header("X-Content-Type-Options"));
            assertEquals(Optional.of("no-store"), reply.header("Cache-Control"));
            assertTrue(reply.header("Content-Security-Policy").orElseThrow().contains("default-src 'none'"));
            assertEquals(Optional.empty(), reply.header("Server"));
        }
    }

    @Test
    void headIsGetWithoutTheBody() {
        var head = api.head(ME).expect(200);

        assertEquals(0, head.body().length);
        assertEquals(api.get(ME).etag(), head.etag());
        api.head(Routes.PROJECTS + "/1").expect(404);
    }

    @Test
    void headersWithoutEndAreTooLarge() {
        var refused = api.get(ME, "X-Padding", "x".repeat(40_000));

        refused.expectProblem(431, "too_large");
    }

    @Test
    void anAddressWithoutEndIsTooLarge() {
        api.get("/" + "x".repeat(40_000)).expectProblem(414, "too_large");
    }

    @Test
    void aWebSocketIsNotFound() throws Exception {
        var refused = RawHttp.send(server.http().port(), """
                GET /api/v1/me HTTP/1.1
                Host: localhost
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """);

        assertTrue(refused.startsWith("HTTP/1.1 404"), refused);
        assertTrue(refused.contains("\"code\":\"not_found\""), refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\nHost: localhost\n\n",
                "GET /api/v1/me HTTP/1.1\nHost: a\nHost: b\n\n",
                "nonsense\n\n",
                "POST /api/v1/projects HTTP/1.1\nHost: localhost\nContent-Length: 1\nTransfer-Encoding: chunked\n\n0\n\n",
                "GET /x/%2e%2e/api/v1/me HTTP/1.1\nHost: localhost\n\n"
            })
    void whatIsNoHttpIsMalformed(String request) throws Exception {
        var refused = RawHttp.send(server.http().port(), request);

        assertTrue(refused.startsWith("HTTP/1.1 400"), refused);
        assertTrue(refused.contains("\"code\":\"malformed_request\""), refused);
        assertTrue(refused.contains("X-Request-Id: "), refused);
        assertFalse(refused.contains("<html"), refused);
    }
}
