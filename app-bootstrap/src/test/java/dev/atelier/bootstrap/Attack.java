package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody tries what another user has, on every operation that the API describes of one thing.
 *
 * @param description the OpenAPI document
 * @param theirs the other user's ids, by the segment before them in a path
 */
record Attack(ApiClient attacker, JsonNode description, Map<String, String> theirs) {

    private static final String API = "/api/v1";
    private static final Pattern ID = Pattern.compile("([^/]+)/\\{id}");

    /** Fails when anything is answered otherwise than for what does not exist; returns how many operations were tried. */
    int run() {
        return description
                .path("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith(API) && path.getKey().contains("{"))
                .mapToInt(path -> path.getValue()
                        .propertyStream()
                        .mapToInt(operation -> attempt(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))
                        .sum())
                .sum();
    }

    private int attempt(String method, String path, JsonNode operation) {
        var denied =
                send(method, ID.matcher(path).replaceAll(id -> id.group(1) + "/" + theirs(id.group(1))), operation);
        var absent = send(method, ID.matcher(path).replaceAll(id -> id.group(1) + "/" + UUID.randomUUID()), operation);

        assertEquals(404, denied.statusCode(), () -> method + " " + path + " " + denied.body());
        assertEquals(withoutRequestId(absent.body()), withoutRequestId(denied.body()));
        return 1;
    }

    private String theirs(String kind) {
        assertTrue(theirs.containsKey(kind), () -> "make one of the " + kind + " for the attack");
        return theirs.get(kind);
    }

    private HttpResponse<String> send(String method, String path, JsonNode operation) {
        var request = attacker.request(path.substring(API.length()).replace("{nodeId}", "picture"));
        var body = resolve(operation.path("requestBody")).path("content");
        if (body.has("multipart/form-data")) {
            return ApiClient.send(ApiClient.form(request, method, "mine.txt", "Mine."));
        } else if (body.isMissingNode()) {
            return ApiClient.send(request.method(method, BodyPublishers.noBody()));
        }
        return ApiClient.send(request.header("Content-Type", "application/json")
                .method(
                        method,
                        BodyPublishers.ofString(
                                body.at("/application~1json/example").toString())));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static String withoutRequestId(String problem) {
        return problem.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
