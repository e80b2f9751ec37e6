package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What came back. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Reply(int status, HttpHeaders headers, byte[] body) {

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return parse(text());
    }

    static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    String string(String field) {
        return json().path(field).asText();
    }

    String etag() {
        return header("ETag").orElseThrow();
    }

    Reply expect(int expected) {
        assertEquals(expected, status, this::text);
        return this;
    }

    /** It is this problem, in the form of RFC 9457, and says nothing of the inside. */
    Reply expectProblem(int expected, String code) {
        expect(expected);
        assertEquals(Optional.of("application/problem+json"), header("Content-Type"));
        var problem = json();
        assertEquals(code, problem.path("code").asText());
        assertEquals(expected, problem.path("status").asInt());
        assertEquals("about:blank", problem.path("type").asText());
        assertFalse(problem.path("title").asText().isEmpty());
        assertFalse(problem.path("detail").asText().isEmpty());
        assertEquals(
                header("X-Request-Id").orElseThrow(), problem.path("requestId").asText());
        assertEquals(Optional.of("no-store"), header("Cache-Control"));
        assertFalse(text().contains("Exception"), this::text);
        assertFalse(text().contains("dev.atelier"), this::text);
        return this;
    }

    /** One of its faults concerns {@code field}. */
    Reply expectFault(String field) {
        assertTrue(json().path("errors").findValuesAsText("field").contains(field), () -> field + " in " + text());
        return this;
    }
}
