package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The description of the API, as tests ask it. */
final class OpenApi {

    private static final String ADDRESS = "https://atelier.example/openapi.json";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    static final OpenApi DESCRIPTION = new OpenApi(OpenApiDocument.read());

    private final ObjectNode document;
    private final List<Operation> operations;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi(ObjectNode document) {
        this.document = document;
        this.operations = document.path("paths")
                .propertyStream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                // What has fewer parameters is asked first, as the router does.
                .sorted(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()))
                .toList();
        this.registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ROOT)
                                .build())
                        .schemas(Map.of(ADDRESS, document.toString())));
    }

    private Stream<Operation> operations(String path, JsonNode item) {
        return item.propertyStream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field -> new Operation(
                        field.getKey().toUpperCase(Locale.ROOT),
                        path,
                        field.getValue()
                                .path("parameters")
                                .valueStream()
                                .map(this::resolve)
                                .toList(),
                        field.getValue()));
    }

    ObjectNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Operation> find(String method, String address) {
        return operations.stream()
                .filter(operation -> operation.matches(method, address))
                .findFirst();
    }

    /** What it says, or what it refers to says. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    JsonNode response(Operation operation, int status) {
        return resolve(operation.description().path("responses").path(Integer.toString(status)));
    }

    /** Whether it makes no sense without a body. */
    boolean needsBody(Operation operation) {
        return resolve(operation.description().path("requestBody"))
                .path("required")
                .asBoolean();
    }

    /** What the request takes, by its media type. */
    JsonNode requestContent(Operation operation) {
        return resolve(operation.description().path("requestBody")).path("content");
    }

    /** What of {@code value} is not as the schema says. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        try {
            return registry.getSchema(
                    Json.MAPPER.readTree(schema.toString().replace("\"$ref\":\"#/", "\"$ref\":\"" + ADDRESS + "#/")));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
