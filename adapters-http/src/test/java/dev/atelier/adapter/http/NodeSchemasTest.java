package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.workflow.FieldsRead;
import dev.atelier.domain.workflow.Node;
import dev.atelier.json.ValueJson;
import dev.atelier.json.template.BuiltInTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of nodes say what the domain reads: neither knows a type, a spelling, a field, a default or a limit that the other does not. */
class NodeSchemasTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final OpenApi API = OpenApi.DESCRIPTION;

    /** A type of nodes, as its schema has it. */
    record Type(String schema, List<String> spellings, JsonNode data) {

        List<String> required() {
            return texts(data.path("required"));
        }

        Map<String, JsonNode> fields() {
            return data.path("properties")
                    .propertyStream()
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> API.resolve(field.getValue())));
        }

        /** Data with nothing but what has to be there. */
        ObjectNode least() {
            var least = JSON.objectNode();
            required().forEach(name -> least.put(name, "true"));
            if (schema.equals("LoopNode")) {
                least.put("iterations", 1);
            }
            if (schema.equals("AttachNode")) {
                least.put("document_ref", "text").put("image_ref", "picture");
            }
            return least;
        }

        FieldsRead.Outcome read(JsonNode given) {
            return FieldsRead.read(spellings.getFirst(), ValueJson.readObject(given.toString()));
        }

        FieldsRead.Outcome read(String field, JsonNode value) {
            return read(least().set(field, value));
        }

        @Override
        public String toString() {
            return schema;
        }
    }

    static List<Type> types() {
        return API.schema("WorkflowNode")
                .path("oneOf")
                .valueStream()
                .map(reference -> reference.path("$ref").asText())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .map(name -> new Type(
                        name,
                        texts(API.schema(name).at("/properties/type/enum")),
                        API.resolve(API.schema(name).at("/properties/data"))))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    @Test
    void everyTypeIsThereInEverySpelling() {
        assertEquals(
                Set.copyOf(FieldsRead.types()),
                types().stream().map(type -> type.spellings().getFirst()).collect(Collectors.toSet()));
        var others = new TreeSet<String>();
        types().forEach(type -> others.addAll(type.spellings()));
        assertEquals(
                others,
                API.schema("WorkflowNode")
                        .at("/discriminator/mapping")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
        FieldsRead.types().forEach(others::remove);
        assertEquals(Set.of("attach_creative", "end", "generate_copy", "generate_image"), others);
    }

    @ParameterizedTest
    @MethodSource("types")
    void allSpellingsMeanTheSameType(Type type) {
        for (var spelling : type.spellings()) {
            var read =
                    FieldsRead.read(spelling, ValueJson.readObject(type.least().toString()));
            assertEquals(List.of(), read.faults());
            assertEquals(Optional.of(type.spellings().getFirst()), read.node().map(Node::type));
            assertEquals(
                    "#/components/schemas/" + type.schema(),
                    API.schema("WorkflowNode")
                            .at("/discriminator/mapping/" + spelling)
                            .asText());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void itHasTheFieldsThatAreReadAndNoOthers(Type type) {
        assertEquals(
                FieldsRead.of(type.spellings().getFirst()),
                new TreeSet<>(type.fields().keySet()));
    }

    @Test
    void inputsHaveTheFieldsThatAreReadAndNoOthers() {
        assertEquals(
                FieldsRead.ofInputs(),
                API.schema("InputVariable")
                        .path("properties")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsRequiredIsMissedAndNothingElse(Type type) {
        for (var field : type.required()) {
            assertEquals(
                    List.of(Code.MISSING_FIELD), codes(type.read(type.least().without(field))), field);
        }
        assertEquals(List.of(), type.read(type.least()).faults());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aDefaultIsWhatHoldsWhenNothingIsSaid(Type type) {
        type.fields().forEach((name, field) -> {
            if (field.has("default")) {
                assertEquals(type.read(type.least()), type.read(name, field.path("default")), name);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void anOlderSpellingMeansTheSame(Type type) {
        type.fields().forEach((name, field) -> {
            if (field.path("deprecated").asBoolean()) {
                var of = field.path("description").asText().replaceAll("^The same as `(.*)`\\.$", "$1");
                assertTrue(type.fields().containsKey(of), name);
                for (var value : samples(field)) {
                    var given = type.least();
                    given.remove(of);
                    assertEquals(type.read(of, value), type.read(given.set(name, value)), name);
                }
            }
        });
    }

    private static List<JsonNode> samples(JsonNode field) {
        if (field.has("enum")) {
            return field.path("enum").valueStream().toList();
        }
        return switch (field.path("type").asText()) {
            case "boolean" -> List.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case "integer" -> List.of(field.path("maximum"));
            default -> List.of(JSON.textNode("x"));
        };
    }

    @ParameterizedTest
    @MethodSource("types")
    void limitsAndChoicesAreThoseOfTheDomain(Type type) {
        type.fields().forEach((name, field) -> {
            for (var limit : List.of("minimum", "maximum")) {
                if (field.has(limit)) {
                    int outside = field.path(limit).asInt() + (limit.equals("minimum") ? -1 : 1);
                    assertEquals(List.of(), type.read(name, field.path(limit)).faults(), name);
                    assertEquals(List.of(Code.INVALID_FIELD), codes(type.read(name, JSON.numberNode(outside))), name);
                }
            }
            if (field.has("enum")) {
                for (var choice : field.path("enum")) {
                    assertEquals(List.of(), type.read(name, choice).faults(), name);
                }
                assertEquals(List.of(Code.INVALID_FIELD), codes(type.read(name, JSON.textNode("nonsense"))), name);
            }
            int items = field.at("/oneOf/0/maxItems").asInt();
            if (items > 0) {
                assertEquals(List.of(), type.read(name, list(items)).faults(), name);
                assertEquals(List.of(Code.INVALID_FIELD), codes(type.read(name, list(items + 1))), name);
            }
        });
    }

    private static JsonNode list(int items) {
        var list = JSON.arrayNode();
        for (int i = 0; i < items; i++) {
            list.add("a.example");
        }
        return list;
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTextThatIsNoTextIsRefused(Type type) {
        type.fields().forEach((name, field) -> {
            if (field.path("type").asText().equals("string") && !isHidden(type, name)) {
                assertFalse(type.read(name, JSON.numberNode(1)).faults().isEmpty(), name);
            }
        });
    }

    /** What is not looked at because something else goes before it. */
    private static boolean isHidden(Type type, String field) {
        return type.schema().equals("AttachNode")
                && Set.of("documentRef", "imageRef").contains(field);
    }

    @Test
    void aTemplateIsAGraphAndMoreMayBeInIt() throws JsonProcessingException {
        for (var template : BuiltInTemplates.all()) {
            var definition = (ObjectNode) Json.MAPPER.readTree(ValueJson.write(template.definition()));
            assertEquals(List.of(), API.faults(API.schema("WorkflowGraph"), definition), template.id());
            definition.put("viewport", 1);
            ((ObjectNode) definition.at("/nodes/0/data")).put("color", "red");
            assertEquals(List.of(), API.faults(API.schema("WorkflowGraph"), definition), template.id());
        }
    }

    @Test
    void whatIsIncompleteIsADraftAndNoGraph() throws JsonProcessingException {
        var incomplete = Json.MAPPER.readTree(Definitions.WITHOUT_FINISH); // its text has no prompt

        assertFalse(API.faults(API.schema("WorkflowGraph"), incomplete).isEmpty());
        assertEquals(List.of(), API.faults(API.schema("WorkflowDefinition"), incomplete));
    }

    private static List<Code> codes(FieldsRead.Outcome outcome) {
        return outcome.faults().stream().map(fault -> fault.code()).toList();
    }
}
