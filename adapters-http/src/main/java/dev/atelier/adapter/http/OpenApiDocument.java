package dev.atelier.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The description of this API (OpenAPI 3.1). It is written by hand: a file for what all operations have in common, and one
 * for each capability. Here they become one document, and what every operation may answer is written at each of them.
 */
final class OpenApiDocument {

    /** In the order in which a reader meets them. */
    static final List<String> PARTS = List.of(
            "api",
            "account",
            "projects",
            "documents",
            "search",
            "files",
            "workflows",
            "nodes",
            "runs",
            "jobs",
            "health",
            "description");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final ObjectMapper YAML = new YAMLMapper();

    private OpenApiDocument() {}

    static ObjectNode read() {
        var document = YAML.createObjectNode();
        PARTS.forEach(part -> merge(document, part(part)));
        var responses = document.remove("x-common-responses");
        document.path("paths").forEach(OpenApiDocument::spreadParameters);
        operations(document).forEach(operation -> complete(operation, responses));
        var headers = (ObjectNode) document.remove("x-common-headers");
        answers(document).forEach(answer -> answer.withObjectProperty("headers").setAll(headers));
        return document;
    }

    private static JsonNode part(String name) {
        var resource = "openapi/" + name + ".yaml";
        try (var yaml = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(resource), resource)) {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** @throws IllegalStateException when two parts say the same thing */
    static void merge(ObjectNode into, JsonNode part) {
        part.properties().forEach(field -> {
            if (!into.has(field.getKey())) {
                into.set(field.getKey(), field.getValue());
            } else if (into.get(field.getKey()) instanceof ObjectNode object
                    && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                throw new IllegalStateException("two parts of the API's description have " + field.getKey());
            }
        });
    }

    /** The viewer looks at an operation alone, and finds no parameters that only its path has. */
    private static void spreadParameters(JsonNode path) {
        if (((ObjectNode) path).remove("parameters") instanceof ArrayNode ofPath) {
            operationsOf(path)
                    .forEach(operation -> operation.set(
                            "parameters", ofPath.deepCopy().addAll(operation.withArrayProperty("parameters"))));
        }
    }

    /** What the operation says itself goes before. */
    private static void complete(ObjectNode operation, JsonNode common) {
        var responses = new TreeMap<String, JsonNode>();
        add(responses, common.path("everyOperation"));
        if (!operation.has("security")) {
            add(responses, common.path("everyOperationWithToken"));
        }
        if (operation.has("requestBody")) {
            add(responses, common.path("everyOperationWithBody"));
        }
        add(responses, operation.path("responses"));
        operation.putObject("responses").setAll(responses);
    }

    private static void add(Map<String, JsonNode> responses, JsonNode more) {
        more.properties().forEach(response -> responses.put(response.getKey(), response.getValue()));
    }

    private static Stream<ObjectNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(OpenApiDocument::operationsOf);
    }

    private static Stream<ObjectNode> operationsOf(JsonNode path) {
        return path.propertyStream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field -> (ObjectNode) field.getValue());
    }

    /** The answers themselves, wherever they are written; not the references to them. */
    private static Stream<ObjectNode> answers(JsonNode document) {
        return Stream.concat(
                        document.at("/components/responses").valueStream(),
                        operations(document)
                                .flatMap(operation -> operation
                                        .path("responses")
                                        .valueStream()
                                        .filter(answer -> !answer.has("$ref"))))
                .map(ObjectNode.class::cast);
    }
}
