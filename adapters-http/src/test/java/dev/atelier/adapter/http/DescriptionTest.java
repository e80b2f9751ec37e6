package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the description of the API is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private final TestServer server = TestServer.start();
    private final Api anybody = server.stranger();

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<String> addresses() {
        return Stream.concat(
                Stream.of("/openapi.json", "/docs"),
                OpenApiHandlers.PAGE_FILES.keySet().stream().map(file -> "/docs/" + file));
    }

    @Test
    void theDescriptionIsGivenAsJson() {
        var reply = anybody.get("/openapi.json").expect(200);

        assertEquals(Optional.of("application/json"), reply.header("Content-Type"));
        assertEquals(OpenApi.DESCRIPTION.document(), reply.json());
        assertFalse(reply.text().contains("x-common"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void cachesMayKeepItForMinutesAndThenAskWhetherItIsStillTheSame(String address) {
        var reply = anybody.get(address).expect(200);

        assertEquals(Optional.of("public, max-age=300"), reply.header("Cache-Control"));
        assertEquals(Optional.of("nosniff"), reply.header("X-Content-Type-Options"));
        assertEquals(Optional.of(Integer.toString(reply.body().length)), reply.header("Content-Length"));
        anybody.get(address, "If-None-Match", reply.etag()).expect(304);
        assertEquals(reply.etag(), anybody.head(address).expect(200).etag());
    }

    @Test
    void thePageLoadsNothingFromOtherHosts() {
        var page = anybody.get("/docs").expect(200);
        var loaded =
                LOADED.matcher(page.text()).results().map(MatchResult::group).toList();

        assertEquals(Optional.of("text/html"), page.header("Content-Type"));
        assertTrue(loaded.stream().allMatch(address -> address.matches("(src|href)=\"/[^/].*")), loaded::toString);
        var own = page.text() + anybody.get("/docs/page.js").text();
        assertFalse(own.contains("//www") || own.contains("http:") || own.contains("https:"), own);
    }

    @Test
    void everythingThatThePageLoadsIsThere() {
        var loaded = LOADED.matcher(anybody.get("/docs").text())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertEquals(addresses().filter(address -> !address.equals("/docs")).collect(Collectors.toSet()), loaded);
        loaded.forEach(address -> anybody.get(address).expect(200));
    }

    @Test
    void theBrowserIsToldToLoadNothingFromOtherHosts() {
        var policy = anybody.get("/docs").header("Content-Security-Policy").orElseThrow();

        assertTrue(policy.startsWith("default-src 'self';"), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("http"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    }

    @Test
    void nothingElseOfOursIsThere() {
        for (var name : new String[] {
            "index.html", "../openapi/api.yaml", "..%2fopenapi%2fapi.yaml", "OpenApiHandlers.class", "swagger-ui.js"
        }) {
            var status = anybody.get("/docs/" + name).status();
            assertTrue(status == 404 || status == 400, () -> name + " " + status);
        }
    }
}
