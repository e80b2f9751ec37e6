package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Holds what a test has asked and was answered against the description of the API. */
final class Conformity {

    /** What HTTP, the browser's rules and caches want to know, of whatever is answered. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "cache-control",
            "connection",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "referrer-policy",
            "transfer-encoding",
            "vary",
            "x-content-type-options");

    private final OpenApi api = OpenApi.DESCRIPTION;
    private final Operation operation;
    private final HttpRequest request;
    private final Reply reply;

    private Conformity(Operation operation, HttpRequest request, Reply reply) {
        this.operation = operation;
        this.request = request;
        this.reply = reply;
    }

    /** Fails when the description does not say that this may be asked, or so be answered. */
    static void check(HttpRequest request, Reply reply) {
        OpenApi.DESCRIPTION
                .find(request.method(), request.uri().getRawPath())
                .ifPresentOrElse(
                        operation -> new Conformity(operation, request, reply).check(),
                        () -> checkRefusal(request, reply));
    }

    /** What is not described is not done. */
    private static void checkRefusal(HttpRequest request, Reply reply) {
        if (request.headers().firstValue("Access-Control-Request-Method").isEmpty()) {
            assertTrue(
                    reply.status() >= 400 && reply.status() < 500,
                    () -> request.method() + " " + request.uri() + " is not described, and answers " + reply.status());
            if (!request.method().equals("HEAD")) {
                assertNoFaults(OpenApi.DESCRIPTION.schema("Problem"), reply.json(), "the refusal");
            }
        }
    }

    private void check() {
        var response = api.response(operation, reply.status());
        assertTrue(
                response.has("description"),
                () -> "%s answers %d, which is not described: %s".formatted(operation, reply.status(), reply.text()));
        checkHeaders(response.path("headers"));
        checkBody(response.path("content"));
        if (reply.status() < 300) {
            checkRequest();
        }
    }

    private void checkHeaders(JsonNode described) {
        reply.headers().map().keySet().stream()
                .filter(name -> !OF_EVERY_ANSWER.contains(name.toLowerCase(Locale.ROOT))
                        && !name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .forEach(name -> assertTrue(
                        described
                                .propertyStream()
                                .anyMatch(field -> field.getKey().equalsIgnoreCase(name)),
                        () -> "the header %s of %s is not described".formatted(name, this)));
        described.properties().forEach(field -> checkHeader(field.getKey(), api.resolve(field.getValue())));
    }

    private void checkHeader(String name, JsonNode described) {
        var value = reply.header(name);
        assertTrue(
                value.isPresent() || !described.path("required").asBoolean(),
                () -> "the header %s of %s is missing".formatted(name, this));
        value.ifPresent(text -> assertNoFaults(described.path("schema"), TextNode.valueOf(text), name));
    }

    private void checkBody(JsonNode described) {
        if (request.method().equals("HEAD") || described.isMissingNode()) {
            assertEquals(0, reply.body().length, () -> "a body of " + this);
            return;
        }
        var type = mediaType(reply.header("Content-Type"));
        var content = described.has(type) ? described.path(type) : described.path("*/*");
        assertFalse(content.isMissingNode(), () -> "the type %s of %s is not described".formatted(type, this));
        if (type.equals(EventWriter.MEDIA_TYPE)) {
            checkEvents(content.path("x-events"));
        } else if (described.has(type) && type.endsWith("json")) {
            assertNoFaults(content.path("schema"), reply.json(), "the body");
        }
    }

    private void checkEvents(JsonNode described) {
        for (var event : reply.text().split("\n\n", -1)) {
            var lines = event.lines().toList();
            field(lines, "event: ").ifPresent(name -> {
                assertTrue(described.has(name), () -> "the event %s is not described".formatted(name));
                assertNoFaults(
                        described.path(name), Reply.parse(field(lines, "data: ").orElseThrow()), name);
            });
        }
    }

    private static Optional<String> field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()));
    }

    private void checkRequest() {
        var content = api.requestContent(operation);
        var type = mediaType(request.headers().firstValue("Content-Type"));
        if (!type.isEmpty() || api.needsBody(operation)) {
            assertEquals(content.isMissingNode(), type.isEmpty(), () -> "whether there is a body in " + this);
        }
        if (!type.isEmpty()) {
            assertTrue(content.has(type), () -> "the type %s of what was asked is not described".formatted(type));
        }
        if (type.equals(Json.MEDIA_TYPE)) {
            assertNoFaults(content.path(type).path("schema"), Reply.parse(RequestBody.text(request)), "the request");
        }
        Optional.ofNullable(request.uri().getRawQuery()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
                .forEach(name -> assertTrue(
                        operation.hasParameter("query", name),
                        () -> "the parameter %s of %s is not described".formatted(name, this)));
    }

    private static String mediaType(Optional<String> contentType) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static void assertNoFaults(JsonNode schema, JsonNode value, String what) {
        assertEquals(List.of(), OpenApi.DESCRIPTION.faults(schema, value), () -> what + ": " + value);
    }

    @Override
    public String toString() {
        return operation + " " + reply.status();
    }
}
