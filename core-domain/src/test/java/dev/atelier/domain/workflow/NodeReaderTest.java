package dev.atelier.domain.workflow;

import static dev.atelier.domain.workflow.Drawing.data;
import static dev.atelier.domain.workflow.Drawing.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodeReaderTest {

    private static final NodeId ID = new NodeId("node");
    private static final ObjectValue PROMPT = data("prompt", Value.of("x"));
    private static final ObjectValue QUERY = data("query", Value.of("x {topic}"));

    @Test
    void a_search_in_the_project_has_its_usual_settings() {
        var node = (Node.ContextRetrieval) read("context_retrieval", QUERY);

        assertEquals(5, node.maxResults());
        assertEquals(true, node.useRag());
        assertEquals(List.of(), node.folderIds());
        assertEquals(
                List.of("{topic}"),
                node.references().stream().map(Reference::source).toList());
    }

    @Test
    void a_search_in_the_project_has_its_own_settings() {
        for (var data : List.of(
                QUERY.with("maxResults", Value.of(7))
                        .with("useRag", Value.of(false))
                        .with("folderIds", list(Value.of("a"))),
                QUERY.with("max_results", Value.of(7))
                        .with("use_rag", Value.of(false))
                        .with("folder_ids", Value.of("a, ")))) {
            var node = (Node.ContextRetrieval) read("context_retrieval", data);

            assertEquals(7, node.maxResults());
            assertEquals(false, node.useRag());
            assertEquals(List.of("a"), node.folderIds());
        }
    }

    @Test
    void a_search_in_the_web_has_settings_too() {
        var usual = (Node.WebSearch) read("web_search", QUERY);
        assertEquals(5, usual.maxResults());
        assertEquals(Node.WebSearch.Depth.BASIC, usual.depth());

        var node = (Node.WebSearch) read(
                "web_search",
                QUERY.with("searchDepth", Value.of("advanced"))
                        .with("includeDomains", list(Value.of("a.example")))
                        .with("exclude_domains", list(Value.of("b.example"), Value.of("c.example"))));
        assertEquals(Node.WebSearch.Depth.ADVANCED, node.depth());
        assertEquals(List.of("a.example"), node.includeDomains());
        assertEquals(List.of("b.example", "c.example"), node.excludeDomains());
    }

    @Test
    void an_attachment_names_what_earlier_steps_made() {
        for (var type : List.of("attach", "attach_creative")) {
            var node = (Node.Attach) read(
                    type,
                    data("document_ref", Value.of("text"))
                            .with("imageRef", Value.of("{{picture.image_ids[0]}}"))
                            .with("is_primary", Value.of(true)));

            assertEquals(
                    new Attachable.Made(new Reference.ToNode(
                            "text", new NodeId("text"), List.of(new Reference.Segment.Field("document_ids")))),
                    node.document());
            assertEquals(new Attachable.Made(Reference.whole("{{picture.image_ids[0]}}")), node.image());
            assertEquals(true, node.isPrimary());
        }
    }

    @Test
    void an_attachment_names_what_the_project_has() {
        var node = (Node.Attach) read(
                "attach",
                data("documentSource", Value.of("from_project"))
                        .with("documentId", Value.of("0198"))
                        .with("document_ref", Value.of("ignored"))
                        .with("imageId", Value.of("{picture_id}")));

        assertEquals(new Attachable.InProject(Template.parse("0198")), node.document());
        assertEquals(new Attachable.InProject(Template.parse("{picture_id}")), node.image());
    }

    @Test
    void a_conditional_has_a_condition_in_any_form() throws Exception {
        var comparison =
                data("left", Value.of(1)).with("operator", Value.of("<")).with("right", Value.of(2));

        for (Value condition : List.of(Value.of("1 < 2"), comparison, data("conditions", list(comparison)))) {
            var node = (ControlNode.Conditional) read("conditional", data("condition", condition));
            assertEquals(true, node.condition().holds(reference -> NullValue.NULL));
        }
    }

    static Stream<Arguments> loops() {
        return Stream.of(
                Arguments.of(data("iterations", Value.of(3)), times("3"), 1000),
                Arguments.of(data("iterations", Value.of(new BigDecimal("3.0"))), times("3"), 1000),
                Arguments.of(data("iterations", Value.of(" 3 ")), times("3"), 1000),
                Arguments.of(data("iterations", Value.of("{count}")), times("{count}"), 1000),
                Arguments.of(
                        data("collection", Value.of("{{ideas.items}}")).with("maxIterations", Value.of(9)),
                        new Repetition.ForEach(Reference.whole("{{ideas.items}}")),
                        9),
                Arguments.of(
                        data("collection", Value.of("ideas.items")).with("iterations", Value.of(1)),
                        new Repetition.ForEach(Reference.whole("ideas.items")),
                        1000),
                Arguments.of(
                        data("collection", Value.of(" "))
                                .with("iterations", Value.of(1))
                                .with("max_iterations", Value.of(2)),
                        times("1"),
                        2));
    }

    private static Repetition times(String count) {
        return new Repetition.Times(Template.parse(count));
    }

    @ParameterizedTest
    @MethodSource("loops")
    void a_loop_repeats_in_one_way(ObjectValue data, Repetition expected, int maxPasses) {
        var loop = (ControlNode.Loop) read("loop", data);

        assertEquals(expected, loop.repetition());
        assertEquals(maxPasses, loop.maxPasses());
    }

    @Test
    void a_loop_may_have_a_condition() {
        var loop = (ControlNode.Loop)
                read("loop", data("condition", Value.of("{{a}} < 2")).with("iterations", Value.of(2)));

        assertEquals(
                List.of("{{a}}"),
                loop.references().stream().map(Reference::source).toList());
        assertInstanceOf(Repetition.While.class, loop.repetition());
    }

    @Test
    void a_review_shows_something_and_says_what_matters() {
        var node = (ControlNode.Review)
                read("review", data("content_ref", Value.of("text")).with("criteria", Value.of("Is {topic} right?")));
        assertEquals(Optional.of(new Reference.ToNode("text", new NodeId("text"), List.of())), node.content());
        assertEquals(
                List.of("text", "{topic}"),
                node.references().stream().map(Reference::source).toList());

        assertEquals(Optional.empty(), ((ControlNode.Review) read("review", ObjectValue.EMPTY)).content());
    }

    @Test
    void every_type_is_read_in_its_first_spelling() {
        for (var type : NodeReader.TYPES) {
            var all = PROMPT.with("query", Value.of("x"))
                    .with("condition", Value.of("true"))
                    .with("documentId", Value.of("x"))
                    .with("imageId", Value.of("x"))
                    .with("colour of my own", list(Value.of(1)));
            assertEquals(type, read(type, all).type());
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("text_generation", ObjectValue.EMPTY, Code.MISSING_FIELD, "\"prompt\""),
                fault("image_generation", data("prompt", NullValue.NULL), Code.MISSING_FIELD, "\"prompt\""),
                fault("context_retrieval", ObjectValue.EMPTY, Code.MISSING_FIELD, "\"query\""),
                fault("web_search", ObjectValue.EMPTY, Code.MISSING_FIELD, "\"query\""),
                fault("conditional", ObjectValue.EMPTY, Code.MISSING_FIELD, "\"condition\""),
                fault("loop", ObjectValue.EMPTY, Code.MISSING_FIELD, "\"iterations\""),
                fault("loop", data("iterations", Value.of(1001)), Code.INVALID_FIELD, "\"iterations\""),
                fault(
                        "loop",
                        data("iterations", Value.of(new BigDecimal("1.5"))),
                        Code.INVALID_FIELD,
                        "\"iterations\""),
                fault("loop", data("iterations", Value.of("many")), Code.INVALID_FIELD, "\"iterations\""),
                fault("loop", data("iterations", list()), Code.INVALID_FIELD, "\"iterations\""),
                fault("loop", data("collection", list()), Code.INVALID_FIELD, "\"collection\""),
                fault(
                        "loop",
                        data("condition", Value.of("1 <")),
                        Code.INVALID_FIELD,
                        "\"condition\" cannot be read from character 4"),
                fault(
                        "loop",
                        data("iterations", Value.of(1)).with("maxIterations", Value.of(1001)),
                        Code.INVALID_FIELD,
                        "\"maxIterations\""),
                fault("attach", data("imageId", Value.of("x")), Code.MISSING_FIELD, "\"document_ref\""),
                fault(
                        "attach",
                        data("documentId", Value.of("x"))
                                .with("imageSource", Value.of("from_project"))
                                .with("image_ref", Value.of("x")),
                        Code.MISSING_FIELD,
                        "\"imageId\""),
                fault("web_search", QUERY.with("searchDepth", Value.of("deep")), Code.INVALID_FIELD, "\"searchDepth\""),
                fault("web_search", QUERY.with("maxResults", Value.of(21)), Code.INVALID_FIELD, "\"maxResults\""),
                fault("web_search", QUERY.with("maxResults", Value.of("5")), Code.INVALID_FIELD, "\"maxResults\""),
                fault(
                        "web_search",
                        QUERY.with("includeDomains", list(Value.of(1))),
                        Code.INVALID_FIELD,
                        "\"includeDomains\""),
                fault(
                        "web_search",
                        QUERY.with("excludeDomains", Value.of("a.example,".repeat(151))),
                        Code.INVALID_FIELD,
                        "\"excludeDomains\""),
                fault("review", data("content_ref", Value.of(1)), Code.INVALID_FIELD, "\"content_ref\""),
                fault("parallel", data("label", Value.of(1)), Code.INVALID_FIELD, "\"label\""));
    }

    private static Arguments fault(String type, ObjectValue data, Code code, String message) {
        return Arguments.of(type, data, code, message);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_missing_or_wrong_is_told_by_its_name(String type, ObjectValue data, Code code, String message) {
        var faults = new FaultCollector();
        NodeReader.read(type, ID, new DataReader(ID, data, faults));

        assertEquals(1, faults.errors().size(), () -> faults.errors().toString());
        var fault = faults.errors().getFirst();
        assertEquals(code, fault.code());
        assertEquals(Optional.of("node"), fault.nodeId());
        assertEquals(message, fault.message().substring(0, message.length()));
    }

    private static Node read(String type, ObjectValue data) {
        var faults = new FaultCollector();
        var node = NodeReader.read(type, ID, new DataReader(ID, data, faults)).orElseThrow();
        assertEquals(List.of(), faults.errors());
        return node;
    }
}
