package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every fault that a definition may have is told in one answer, with its node, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultTest {

    /** All faults but those that exclude the others. */
    private static final String FAULTY = """
            {"nodes":[
              {"id":"start","type":"start","data":{}},
              {"id":"again","type":"start","data":{}},
              {"id":"teleport","type":"teleport","data":{}},
              {"id":"empty","type":"text_generation","data":{}},
              {"id":"hot","type":"text_generation","data":{"prompt":"x","temperature":"hot"}},
              {"id":"hot","type":"text_generation","data":{"prompt":"x"}},
              {"id":"a b","type":"text_generation","data":{"prompt":"x"}},
              {"id":"one","type":"text_generation","data":{"prompt":"x"}},
              {"id":"two","type":"text_generation","data":{"prompt":"x"}},
              {"id":"nowhere","type":"text_generation","data":{"prompt":"{{nobody.content}}"}},
              {"id":"early","type":"text_generation","data":{"prompt":"{{late.content}}"}},
              {"id":"late","type":"text_generation","data":{"prompt":"x"}},
              {"id":"colour","type":"text_generation","data":{"prompt":"{{late.colour}}"}},
              {"id":"odd","type":"text_generation","data":{"prompt":"{{a b}}"}},
              {"id":"json","type":"text_generation","data":{"prompt":"x","outputFormat":"json"}},
              {"id":"perhaps","type":"text_generation","data":{"prompt":"{{json.colour}}"}},
              {"id":"island","type":"text_generation","data":{"prompt":"x"}}],
             "edges":[
              {"id":"e1","source":"start","target":"again"},
              {"id":"e2","source":"start","target":"teleport"},
              {"id":"e3","source":"start","target":"empty"},
              {"id":"e4","source":"start","target":"hot"},
              {"id":"e5","source":"ghost","target":"hot"},
              {"id":"e6","source":"hot","target":"phantom"},
              {"id":"e7","source":"start","target":"one"},
              {"id":"e8","source":"one","target":"two"},
              {"id":"e9","source":"two","target":"one"},
              {"id":"e10","source":"start","target":"nowhere"},
              {"id":"e11","source":"start","target":"early"},
              {"id":"e12","source":"early","target":"late"},
              {"id":"e13","source":"late","target":"colour"},
              {"id":"e14","source":"start","target":"odd"},
              {"id":"e15","source":"start","target":"json"},
              {"id":"e16","source":"json","target":"perhaps"}]}
            """;

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aDefinitionWithEveryFaultIsToldExactlyThose() {
        var check = validate(FAULTY);

        assertFalse(check.path("valid").asBoolean());
        assertEquals(
                List.of(
                                "again several_starts",
                                "colour unknown_output_field",
                                "early reference_before_run",
                                "empty missing_field",
                                "ghost unknown_edge_source",
                                "hot duplicate_node_id",
                                "hot invalid_field",
                                "nowhere unknown_reference",
                                "null missing_finish",
                                "odd invalid_reference",
                                "one cycle",
                                "phantom unknown_edge_target",
                                "teleport unknown_type",
                                "a b invalid_node_id")
                        .stream()
                        .sorted()
                        .toList(),
                faults(check.path("errors")));
        assertEquals(
                List.of("island unreachable_node", "perhaps unknown_output_field"), faults(check.path("warnings")));
        check.path("errors")
                .forEach(fault -> assertFalse(fault.path("message").asText().isBlank()));
    }

    @Test
    void whatExcludesTheOthersIsToldByItself() {
        assertEquals(
                List.of("null missing_start"),
                faults(validate("{\"nodes\":[{\"id\":\"end\",\"type\":\"finish\"}],\"edges\":[]}")
                        .path("errors")));
        var many = IntStream.rangeClosed(0, 500)
                .mapToObj("{\"id\":\"n%d\",\"type\":\"parallel\"}"::formatted)
                .collect(Collectors.joining(",", "{\"nodes\":[", "],\"edges\":[]}"));
        assertTrue(faults(validate(many).path("errors")).contains("null too_many_nodes"));
        var large = "{\"nodes\":[],\"edges\":[],\"x\":\"" + "x".repeat(1024 * 1024) + "\"}";
        assertEquals(
                List.of("null definition_too_large"), faults(validate(large).path("errors")));
    }

    private JsonNode validate(String definition) {
        return api.post(Routes.WORKFLOWS + "/validate", "{\"definition\":" + definition + "}")
                .expect(200)
                .json();
    }

    private static List<String> faults(JsonNode told) {
        return told.valueStream()
                .map(fault ->
                        fault.path("nodeId").asText() + " " + fault.path("code").asText())
                .sorted()
                .toList();
    }
}
