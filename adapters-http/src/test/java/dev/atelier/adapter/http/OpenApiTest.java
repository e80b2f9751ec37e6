package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.search.SearchMode;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.in.health.HealthReport;
import dev.atelier.port.in.search.Question;
import dev.atelier.port.in.search.SearchRequest;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description of the API promises of itself; that it is true of the API is seen by {@link Conformity}. */
class OpenApiTest {

    private final OpenApi api = OpenApi.DESCRIPTION;

    @Test
    void theDescriptionIsOpenApi() throws IOException {
        try (var official = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("openapi-3.1-schema.json"))) {
            assertEquals(
                    List.of(), schemas().getSchema(official, InputFormat.JSON).validate(api.document()));
        }
    }

    @Test
    void itsSchemasAreJsonSchemas() {
        var grammar = schemas().getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        allSchemas().forEach(schema -> assertEquals(List.of(), grammar.validate(schema), schema::toString));
    }

    private static SchemaRegistry schemas() {
        return SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));
    }

    @Test
    void everyRouteIsDescribedAndEveryOperationIsRouted() {
        var routed = routes();
        var described =
                api.operations().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
        api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> described.add("HEAD " + operation.path()));

        assertEquals(described, routed);
    }

    private static Set<String> routes() {
        var ports = new AtomicReference<HttpPorts>();
        TestServer.start(TestServer.SETTINGS, all -> {
                    ports.set(all);
                    return all;
                })
                .close();
        return Javalin.create(config ->
                        new Routes(config.routes).declare(ports.get(), TestServer.SETTINGS, new EventStreams()))
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .stream()
                .filter(entry -> entry.endpoint.method.isHttpMethod())
                .map(entry -> entry.endpoint.method + " " + entry.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFileOfTheDescriptionIsPartOfIt() throws IOException, URISyntaxException {
        var directory = Path.of(Objects.requireNonNull(OpenApiDocument.class.getResource("openapi"))
                .toURI());
        try (var files = Files.list(directory)) {
            assertEquals(
                    OpenApiDocument.PARTS.stream().map(part -> part + ".yaml").collect(Collectors.toSet()),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void twoFilesCannotSayDifferentThingsOfOne() {
        var one = Json.MAPPER.createObjectNode();
        one.putObject("paths").put("/a", 1);

        var clash = assertThrows(IllegalStateException.class, () -> OpenApiDocument.merge(one, one.deepCopy()));

        assertEquals("two parts of the API's description have /a", clash.getMessage());
    }

    @Test
    void everyOperationHasANameOfItsOwnThatSuitsAFunction() {
        var names = new HashSet<String>();
        var tags = api.document().path("tags").findValuesAsText("name");
        for (var operation : api.operations()) {
            var name = operation.description().path("operationId").asText();
            assertTrue(name.matches("[a-z]+([A-Z][a-z]+)*"), () -> operation + " is called " + name);
            assertTrue(names.add(name), () -> "two operations are called " + name);
            assertFalse(operation.description().path("summary").asText().isEmpty(), operation::toString);
            operation.description().path("tags").forEach(tag -> assertTrue(tags.contains(tag.asText()), tag::toString));
            assertEquals(1, operation.description().path("tags").size(), operation::toString);
        }
    }

    @Test
    void whatAPathLeavesOpenIsDescribed() {
        for (var operation : api.operations()) {
            var open = Pattern.compile("\\{([^}]+)}")
                    .matcher(operation.path())
                    .results()
                    .map(parameter -> parameter.group(1))
                    .collect(Collectors.toSet());
            var described = operation.parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(Collectors.toSet());

            assertEquals(open, described, operation::toString);
        }
    }

    @Test
    void whatIsOutsideTheApiTakesNoTokenAndTheRestDoes() {
        for (var operation : api.operations()) {
            var answers = operation.description().path("responses");
            assertEquals(operation.isOfTheApi(), answers.has("401"), operation::toString);
            assertEquals(operation.isOfTheApi(), !operation.description().has("security"), operation::toString);
            assertEquals(
                    operation.isAboutOneThing(), operation.isOfTheApi() && answers.has("404"), operation::toString);
        }
    }

    @Test
    void everyAnswerIsSaidToCarryARequestId() {
        for (var operation : api.operations()) {
            operation
                    .description()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> assertTrue(
                            api.response(operation, Integer.parseInt(status))
                                    .path("headers")
                                    .has("X-Request-Id"),
                            () -> operation + " " + status));
        }
    }

    /** Otherwise nobody would see that something is answered that nobody has described. */
    @Test
    void whatAnObjectHoldsIsToldInFull() {
        allSchemas()
                .filter(schema -> schema.path("type").asText().equals("object")
                        && !schema.equals(api.schema("FileForm"))
                        && !schema.equals(api.schema("DocumentForm")))
                .forEach(schema -> assertTrue(schema.has("additionalProperties"), schema::toString));
    }

    private Stream<JsonNode> allSchemas() {
        return Stream.concat(
                        api.document().at("/components/schemas").valueStream(),
                        api.document().findValues("schema").stream())
                .flatMap(OpenApiTest::withParts);
    }

    private static Stream<JsonNode> withParts(JsonNode schema) {
        return Stream.concat(
                Stream.of(schema),
                Stream.of("properties", "allOf", "anyOf", "oneOf")
                        .flatMap(keyword -> schema.path(keyword).valueStream())
                        .flatMap(OpenApiTest::withParts));
    }

    @Test
    void itsExamplesAreWhatItSays() {
        var examples = Stream.concat(
                        api.document().findParents("example").stream()
                                .map(parent -> Arguments.of(parent.path("schema"), parent.path("example"))),
                        allSchemas()
                                .flatMap(schema -> schema.path("examples")
                                        .valueStream()
                                        .map(example -> Arguments.of(schema, example))))
                .map(Arguments::get)
                .toList();

        assertTrue(examples.size() > 10, () -> "only " + examples.size());
        for (var example : examples) {
            assertEquals(List.of(), api.faults((JsonNode) example[0], (JsonNode) example[1]), example[1]::toString);
        }
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("/components/schemas/ProblemCode/enum", texts(ProblemCode.values())),
                Arguments.of("/components/schemas/DocumentMediaType/enum", spelled(MediaType.values())),
                Arguments.of("/components/schemas/DocumentStatus/enum", spelled(DocumentStatus.values())),
                Arguments.of("/components/schemas/Document/properties/ingestion/enum", spelled(Ingestion.values())),
                Arguments.of("/components/schemas/SearchMode/enum", spelled(SearchMode.values())),
                Arguments.of("/components/schemas/RunStatus/enum", spelled(RunStatus.values())),
                Arguments.of("/components/schemas/StepStatus/enum", spelled(StepStatus.values())),
                Arguments.of("/components/schemas/JobState/enum", texts(JobState.values())),
                Arguments.of("/components/schemas/JobQueue/enum", texts(Queue.values())),
                Arguments.of("/components/schemas/HealthStatus/enum", spelled(HealthReport.Status.values())),
                Arguments.of(
                        "/components/schemas/WorkflowFault/properties/code/enum",
                        spelled(WorkflowFault.Code.values())));
    }

    private static Set<String> texts(Enum<?>... values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.toSet());
    }

    private static Set<String> spelled(Enum<?>... values) {
        return Arrays.stream(values).map(Fields::spelled).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceThatTheCodeKnowsIsDescribedAndNoOther(String place, Set<String> expected) {
        assertEquals(
                expected,
                api.document().at(place).valueStream().map(JsonNode::asText).collect(Collectors.toSet()));
    }

    @Test
    void everyEventIsDescribed() {
        var expected = texts(RunEvent.Type.values());
        expected.add("step.token");

        assertEquals(
                expected,
                api.document()
                        .path("paths")
                        .path("/api/v1/runs/{id}/events")
                        .findValue("x-events")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("schemas/UserChange/properties/fullName/maxLength", UserProfile.FULL_NAME_MAX),
                Arguments.of("schemas/NewProject/properties/name/maxLength", ProjectDetails.NAME_MAX),
                Arguments.of("schemas/NewProject/properties/description/maxLength", ProjectDetails.DESCRIPTION_MAX),
                Arguments.of("schemas/ProjectChange/properties/name/maxLength", ProjectDetails.NAME_MAX),
                Arguments.of("schemas/ProjectChange/properties/description/maxLength", ProjectDetails.DESCRIPTION_MAX),
                Arguments.of("schemas/SearchRequest/properties/query/maxLength", SearchRequest.QUERY_MAX),
                Arguments.of("schemas/SearchRequest/properties/limit/maximum", SearchRequest.LIMIT_MAX),
                Arguments.of("schemas/Question/properties/question/maxLength", Question.TEXT_MAX),
                Arguments.of("schemas/Question/properties/model/maxLength", Question.MODEL_MAX),
                Arguments.of("schemas/NewDocument/properties/title/maxLength", DocumentDetails.TITLE_MAX),
                Arguments.of("schemas/NewDocument/properties/content/maxLength", DocumentDetails.CONTENT_MAX),
                Arguments.of("schemas/DocumentChange/properties/title/maxLength", DocumentDetails.TITLE_MAX),
                Arguments.of("schemas/DocumentChange/properties/content/maxLength", DocumentDetails.CONTENT_MAX),
                Arguments.of("schemas/WorkflowInput/properties/name/maxLength", WorkflowDetails.NAME_MAX),
                Arguments.of("schemas/WorkflowInput/properties/description/maxLength", WorkflowDetails.DESCRIPTION_MAX),
                Arguments.of("schemas/File/properties/fileName/maxLength", FileDetails.NAME_MAX),
                Arguments.of("schemas/File/properties/contentType/maxLength", FileDetails.CONTENT_TYPE_MAX),
                Arguments.of("parameters/Limit/schema/maximum", PageRequest.MAX_LIMIT),
                Arguments.of("parameters/Limit/schema/default", PageRequest.DEFAULT_LIMIT));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void itsLimitsAreThoseOfTheRules(String place, int limit) {
        assertEquals(limit, api.document().at("/components/" + place).asInt());
    }
}
