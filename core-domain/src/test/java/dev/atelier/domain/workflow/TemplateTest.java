package dev.atelier.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.workflow.Reference.Segment;
import dev.atelier.domain.workflow.Reference.ToName;
import dev.atelier.domain.workflow.Reference.ToNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @Test
    void both_kinds_of_references_are_found_in_order() {
        assertEquals(
                List.of(
                        new ToName("{topic}", "topic"),
                        new ToNode("{{text}}", new NodeId("text"), List.of()),
                        new ToNode(
                                "{{ search.results[2].url }}",
                                new NodeId("search"),
                                List.of(new Segment.Field("results"), new Segment.Index(2), new Segment.Field("url")))),
                Template.parse("On {topic}, {{text}} and {{ search.results[2].url }}.")
                        .references());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no braces", "{}", "{ spaced }", "{\"json\": 1}", "{1}", "a { b } c", "{{", "}}", "{a"})
    void braces_that_hold_no_name_are_ordinary_text(String text) {
        var template = Template.parse(text);

        assertEquals(List.of(), template.references());
        assertEquals(text, template.render(reference -> Value.of("!")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{}}", "{{ }}", "{{a b}}", "{{a.}}", "{{a[x]}}", "{{.a}}", "{{a[1234567]}}", "{{a..b}}"})
    void double_braces_that_hold_no_reference_are_malformed(String text) {
        assertInstanceOf(
                Reference.Malformed.class, Template.parse(text).references().getFirst());
    }

    @Test
    void what_is_put_in_is_not_looked_at_again() {
        assertEquals(
                "{topic} and {{text}}",
                Template.parse("{a} and {b}")
                        .render(reference -> Value.of(reference.source().equals("{a}") ? "{topic}" : "{{text}}")));
    }
}
