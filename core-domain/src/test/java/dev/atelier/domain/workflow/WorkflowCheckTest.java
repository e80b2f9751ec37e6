package dev.atelier.domain.workflow;

import static dev.atelier.domain.workflow.Drawing.data;
import static dev.atelier.domain.workflow.Drawing.input;
import static dev.atelier.domain.workflow.Drawing.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowCheckTest {

    @Test
    void every_node_may_refer_to_the_start() {
        var check = Drawing.ofTheMainJob()
                .text("far", "{{start.topic}}, that is {topic}")
                .edge("picture", "far")
                .check();

        assertEquals(List.of(), check.errors());
    }

    @Test
    void the_main_job_can_run_and_in_one_order() {
        var check = Drawing.ofTheMainJob().check();

        assertEquals(List.of(), check.errors());
        assertEquals(List.of(), check.warnings());
        assertEquals(
                List.of("start", "text", "picture", "finish"),
                check.graphOrThrow().executionOrder().stream()
                        .map(NodeId::value)
                        .toList());
    }

    @Test
    void a_reference_is_waited_for_like_an_edge() {
        var graph = new Drawing()
                .node("start", "start", ObjectValue.EMPTY)
                .text("second", "After {{first}}")
                .text("first", "x")
                .node("finish", "finish", ObjectValue.EMPTY)
                .edge("start", "second")
                .edge("start", "first")
                .edge("second", "finish")
                .graph();

        assertEquals(Set.of(new NodeId("start"), new NodeId("first")), graph.dependencies(new NodeId("second")));
        assertEquals(
                List.of("start", "first", "second", "finish"),
                graph.executionOrder().stream().map(NodeId::value).toList());
    }

    @Test
    void nodes_that_no_path_leads_to_are_a_warning_and_never_run() {
        var check = Drawing.ofTheMainJob().text("island", "x").check();

        assertEquals(
                List.of(Code.UNREACHABLE_NODE),
                check.warnings().stream().map(WorkflowFault::code).toList());
        assertEquals(4, check.graphOrThrow().executionOrder().size());
    }

    static Stream<Arguments> faults() {
        UnaryOperator<Drawing> same = drawing -> drawing;
        return Stream.of(
                fault(Code.MISSING_START, new Drawing().node("finish", "finish", ObjectValue.EMPTY), same),
                fault(Code.MISSING_FINISH, new Drawing().node("start", "start", ObjectValue.EMPTY), same),
                fault(Code.SEVERAL_STARTS, "again", drawing -> drawing.node("again", "start", ObjectValue.EMPTY)),
                fault(Code.INVALID_NODE_ID, "a b", drawing -> drawing.text("a b", "x")),
                fault(Code.DUPLICATE_NODE_ID, "text", drawing -> drawing.text("text", "x")),
                fault(Code.UNKNOWN_TYPE, "odd", drawing -> drawing.node("odd", "teleport", ObjectValue.EMPTY)),
                fault(Code.MISSING_FIELD, "empty", drawing -> drawing.text("empty", " ")),
                fault(
                        Code.INVALID_FIELD,
                        "wrong",
                        drawing -> drawing.node(
                                "wrong",
                                "text_generation",
                                data("prompt", Value.of("x")).with("temperature", Value.of(3)))),
                fault(Code.UNKNOWN_EDGE_SOURCE, "nobody", drawing -> drawing.edge("nobody", "text")),
                fault(Code.UNKNOWN_EDGE_TARGET, "nobody", drawing -> drawing.edge("text", "nobody")),
                fault(
                        Code.CYCLE,
                        "one",
                        drawing -> drawing.text("one", "x")
                                .text("two", "x")
                                .edge("text", "one")
                                .edge("one", "two")
                                .edge("two", "one")),
                fault(
                        Code.INVALID_LOOP,
                        "loop2",
                        drawing -> drawing.node("loop1", "loop", data("iterations", Value.of(2)))
                                .node("loop2", "loop", data("iterations", Value.of(2)))
                                .text("both", "x")
                                .edge("text", "loop1")
                                .edge("text", "loop2")
                                .edge("loop1", "body", "both")
                                .edge("loop2", "body", "both")),
                fault(
                        Code.REFERENCE_BEFORE_RUN,
                        "no",
                        drawing -> drawing.node("if", "conditional", data("condition", Value.of("true")))
                                .text("yes", "x")
                                .text("no", "{yes}")
                                .edge("text", "if")
                                .edge("if", "true", "yes")
                                .edge("if", "false", "no")),
                fault(Code.UNKNOWN_REFERENCE, "bad", drawing -> drawing.text("bad", "{" + "n".repeat(300) + "}")),
                fault(
                        Code.UNKNOWN_OUTPUT_FIELD,
                        "bad",
                        drawing -> drawing.text("bad", "{{text[0]}}").edge("text", "bad")),
                fault(Code.INVALID_REFERENCE, "bad", drawing -> drawing.text("bad", "{{a b}}")),
                fault(Code.UNKNOWN_REFERENCE, "bad", drawing -> drawing.text("bad", "{{nobody}}")),
                fault(Code.UNKNOWN_REFERENCE, "bad", drawing -> drawing.text("bad", "{nobody}")),
                fault(
                        Code.REFERENCE_BEFORE_RUN,
                        "early",
                        drawing -> drawing.text("early", "{{picture.file_url}}")
                                .edge("start", "early")
                                .edge("early", "picture")),
                fault(Code.REFERENCE_BEFORE_RUN, "self", drawing -> drawing.text("self", "{self}")),
                fault(
                        Code.UNKNOWN_OUTPUT_FIELD,
                        "bad",
                        drawing -> drawing.text("bad", "{{text.colour}}").edge("text", "bad")));
    }

    private static Arguments fault(Code code, String node, UnaryOperator<Drawing> draw) {
        return Arguments.of(code, Optional.of(node), draw.apply(Drawing.ofTheMainJob()));
    }

    private static Arguments fault(Code code, Drawing drawing, UnaryOperator<Drawing> draw) {
        return Arguments.of(code, Optional.empty(), draw.apply(drawing));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_fault_is_told_once_with_its_node(Code code, Optional<String> node, Drawing drawing) {
        var check = drawing.check();

        assertEquals(
                List.of(node),
                check.errors().stream()
                        .filter(fault -> fault.code() == code)
                        .map(WorkflowFault::nodeId)
                        .toList(),
                () -> check.errors().toString());
        assertEquals(1, check.errors().size(), () -> check.errors().toString());
        assertTrue(check.graph().isEmpty());
    }

    @Test
    void every_code_has_an_example() {
        var shown = faults().map(arguments -> (Code) arguments.get()[0]).collect(Collectors.toSet());
        shown.addAll(Set.of(
                Code.UNREACHABLE_NODE,
                Code.TOO_MANY_NODES,
                Code.MALFORMED_DEFINITION,
                Code.DEFINITION_TOO_LARGE,
                Code.NOT_CONFIGURED)); // which only those know who execute

        assertEquals(Set.copyOf(Arrays.asList(Code.values())), shown);
    }

    @Test
    void all_faults_are_told_at_once() {
        var refused = assertThrows(
                DomainException.WorkflowInvalid.class,
                () -> new Drawing()
                        .node("text", "text_generation", data("temperature", Value.of("hot")))
                        .edge("text", "nobody")
                        .graph());

        assertEquals(
                Set.of(
                        Code.MISSING_FIELD,
                        Code.INVALID_FIELD,
                        Code.UNKNOWN_EDGE_TARGET,
                        Code.MISSING_START,
                        Code.MISSING_FINISH),
                refused.faults().stream().map(WorkflowFault::code).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "edges"})
    void a_definition_has_lists_of_objects(String name) {
        for (Value wrong : List.of(NullValue.NULL, Value.of("x"), list(Value.of(1)))) {
            var check = WorkflowCheck.of(Drawing.ofTheMainJob().definition().with(name, wrong));

            assertTrue(
                    check.errors().stream().anyMatch(fault -> fault.code() == Code.MALFORMED_DEFINITION),
                    () -> check.errors().toString());
        }
    }

    @Test
    void unknown_keys_and_odd_values_are_no_reason_to_fail() {
        var definition = Drawing.ofTheMainJob().definition().with("viewport", Value.of(1));

        assertEquals(List.of(), WorkflowCheck.of(definition).errors());
    }

    @Test
    void every_spelling_that_definitions_have_used_is_read() {
        var settings = data("prompt", Value.of("x"))
                .with("system_prompt", Value.of("be short"))
                .with("max_tokens", Value.of(new BigDecimal("100.0")))
                .with("output_format", Value.of("json"))
                .with("saveAsDocument", Value.of(false));
        var graph = new Drawing()
                .node(
                        "start",
                        "start",
                        data("input_variables", list(input("topic").with("defaultValue", Value.of("tea")))))
                .node("text", "generate_copy", settings)
                .node("picture", "generate_image", data("prompt", Value.of("x")).with("size", Value.of("1920x1080")))
                .node("end", "end", data("save_to_project", Value.of(false)))
                .edge("start", "text")
                .edge("text", "picture")
                .edge("picture", "end")
                .graph();

        var text = (Node.TextGeneration) graph.node(new NodeId("text"));
        assertEquals("be short", text.systemPrompt().toString());
        assertEquals(100, text.maxTokens().orElseThrow());
        assertEquals(OutputFormat.JSON, text.outputFormat());
        assertEquals(false, text.saveAsDocument());
        assertEquals(AspectRatio.WIDE, ((Node.ImageGeneration) graph.node(new NodeId("picture"))).aspectRatio());
        assertEquals(
                Optional.of(Value.of("tea")), graph.start().inputs().getFirst().fallback());
        assertEquals("text_generation", text.type());
        assertEquals("text", text.label());
    }

    @Test
    void a_workflow_has_at_most_500_nodes() {
        assertEquals(List.of(), chain(498).check().errors());
        assertEquals(
                List.of(Code.TOO_MANY_NODES),
                chain(499).check().errors().stream().map(WorkflowFault::code).toList());
    }

    @Test
    void a_definition_is_at_most_a_mebibyte_of_json() {
        long rest = Drawing.ofTheMainJob().text("big", "x").definition().jsonSize() - 1;
        int most = (int) (1024 * 1024 - rest);

        assertEquals(
                List.of(),
                Drawing.ofTheMainJob().text("big", "x".repeat(most)).check().errors());
        var large = Drawing.ofTheMainJob().text("big", "x".repeat(most + 1)).definition();
        assertEquals(
                List.of(Code.DEFINITION_TOO_LARGE),
                WorkflowCheck.of(large).errors().stream()
                        .map(WorkflowFault::code)
                        .toList());
        assertThrows(DomainException.ValidationFailed.class, () -> new WorkflowDetails("x", "", large));
    }

    @Test
    void a_hostile_definition_is_answered_in_time() {
        var dense = chain(490);
        for (int i = 0; i < 8_000; i++) {
            dense.edge("text" + i % 400, "text" + (i % 400 + 1 + i / 400 % 80));
        }
        var references = IntStream.range(0, 20_000).mapToObj(i -> "{{text%d.f%d}}".formatted(i % 400, i));
        dense.text("many", references.collect(Collectors.joining())).edge("text489", "many");

        var check = assertTimeout(Duration.ofSeconds(10), dense::check);

        assertEquals(1_000, check.errors().size());
    }

    @Test
    void nodes_that_refer_to_each_other_are_told() {
        var check = Drawing.ofTheMainJob()
                .text("one", "{two}")
                .text("two", "{three}")
                .text("three", "{one} {text}")
                .edge("start", "one")
                .edge("start", "two")
                .edge("start", "three")
                .check();

        assertEquals(
                List.of("one", "two", "three"),
                check.errors().stream()
                        .filter(fault -> fault.code() == Code.REFERENCE_BEFORE_RUN)
                        .flatMap(fault -> fault.nodeId().stream())
                        .toList());
        assertEquals(3, check.errors().size());
    }

    @Test
    void branches_may_be_referred_to_where_they_meet_again() {
        var check = Drawing.ofTheMainJob()
                .node("if", "conditional", data("condition", Value.of("{text} contains 'x'")))
                .text("yes", "{{if.branch}}")
                .text("no", "{{if.result}}")
                .text("both", "{yes} {no}")
                .edge("text", "if")
                .edge("if", "true", "yes")
                .edge("if", "false", "no")
                .edge("yes", "both")
                .edge("no", "both")
                .check();

        assertEquals(List.of(), check.errors());
        assertEquals(List.of(), check.warnings());
    }

    @Test
    void what_is_doubtful_is_a_warning() {
        var check = Drawing.ofTheMainJob()
                .node("if", "conditional", data("condition", Value.of("true")))
                .node("json", "text_generation", data("prompt", Value.of("x")).with("outputFormat", Value.of("json")))
                .text("doubt", "{{json.colour}} {{picture}} {if}")
                .node("look", "review", data("content_ref", Value.of("picture")))
                .edge("picture", "if")
                .edge("if", "maybe", "json")
                .edge("json", "doubt")
                .edge("picture", "look")
                .check();

        assertEquals(List.of(), check.errors());
        assertEquals(
                List.of(
                        "if INVALID_FIELD",
                        "doubt UNKNOWN_OUTPUT_FIELD",
                        "doubt UNKNOWN_OUTPUT_FIELD",
                        "doubt UNKNOWN_OUTPUT_FIELD"),
                check.warnings().stream()
                        .map(fault -> fault.nodeId().orElseThrow() + " " + fault.code())
                        .toList());
    }

    @Test
    void handles_that_mean_nothing_are_not_looked_at() {
        var check =
                Drawing.ofTheMainJob().edge("text", "source-bottom", "finish").check();

        assertEquals(List.of(), check.errors());
        assertEquals(List.of(), check.warnings());
    }

    @Test
    void what_is_quoted_of_a_definition_is_cut() {
        var check = Drawing.ofTheMainJob()
                .text("bad", "{{" + "x".repeat(100_000) + "}}")
                .check();

        assertTrue(check.errors().getFirst().message().length() < 1_100);
    }

    @Test
    void the_same_reference_is_told_once_for_each_node() {
        assertEquals(
                1,
                Drawing.ofTheMainJob()
                        .text("bad", "{nobody} {nobody}")
                        .check()
                        .errors()
                        .size());
    }

    private static Drawing chain(int texts) {
        var drawing = new Drawing().node("start", "start", ObjectValue.EMPTY);
        var last = "start";
        for (int i = 0; i < texts; i++) {
            drawing.text("text" + i, "x").edge(last, "text" + i);
            last = "text" + i;
        }
        return drawing.node("finish", "finish", ObjectValue.EMPTY).edge(last, "finish");
    }
}
