package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownAnswerTest {

    @Test
    void eachHeadingIsAFieldThatHoldsTheTextBelowIt() {
        var text = Texts.write(Texts.ENGLISH, OutputFormat.MARKDOWN);

        assertTrue(text.content().startsWith("# The Aurora espresso machine\n\nThe Aurora"), text.content());
        assertEquals(
                List.of("the_aurora_espresso_machine", "key_points", "in_detail"),
                List.copyOf(text.fields().fields().keySet()));
        text.fields()
                .fields()
                .values()
                .forEach(below -> assertTrue(text.content().contains(below.text())));
    }

    @Test
    void theSectionsAreThoseThatThePromptAsksFor() {
        var text = Texts.write(Texts.ENGLISH + "\nUse the sections: Why, How, What next", OutputFormat.MARKDOWN);

        assertEquals(
                List.of("the_aurora_espresso_machine", "why", "how", "what_next"),
                List.copyOf(text.fields().fields().keySet()));
        text.fields().fields().values().forEach(below -> assertTrue(below.text().length() > 10));
    }

    @Test
    void ofTwoHeadingsThatSayTheSameTheFirstOneCounts() {
        assertEquals(
                ObjectValue.EMPTY.with("key_points", Value.of("one")).with("other", Value.of("")),
                MarkdownFields.of("before\n# Key  Points\none\n## key points ##\ntwo\n### Other"));
    }

    @Test
    void theFieldsAreThoseOfTheTextThatWasCutShort() {
        var text = Texts.write(Texts.ENGLISH, OutputFormat.MARKDOWN, 20);

        assertEquals(MarkdownFields.of(text.content()), text.fields());
        assertTrue(text.usage().outputTokens() <= 20, text.content());
    }
}
