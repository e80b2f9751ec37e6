package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.value.Value.StringValue;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.json.ValueJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {

    @Test
    void theContentIsAnObjectAndTheFieldsAreItsKeys() {
        var text = Texts.write(Texts.ENGLISH, OutputFormat.JSON);

        assertEquals(text.fields(), ValueJson.readObject(text.content()));
        assertEquals(List.of("title", "content"), keys(text.fields()));
        assertEquals(
                Value.of("The Aurora espresso machine"), text.fields().fields().get("title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Return JSON with the keys \"headline\", \"body\" and \"cta\".| headline body cta",
                "Answer in JSON: {\"headline\": \"...\", \"body\": \"...\"}| headline body",
                "Reply with {\"headline\": ..., \"body\": <text>} and nothing else.| headline body",
                "Responda em JSON com as chaves titulo, texto e chamada.| titulo texto chamada",
                "Output JSON with fields `summary` and `tags`| summary tags"
            })
    void theKeysAreThoseThatThePromptAsksFor(String wish, String keys) {
        var text = Texts.write(Texts.ENGLISH + "\n" + wish, OutputFormat.JSON);

        assertEquals(List.of(keys.strip().split(" ", -1)), keys(text.fields()));
        assertFalse(text.content().contains("JSON"), text.content());
    }

    @Test
    void theValuesHaveTheKindsOfTheExample() {
        var example = """
                {"title":"","tags":[""],"parts":[{"text":""}],"price":1,"meta":{"summary":""}}""";

        var fields = Texts.write(Texts.ENGLISH + "\nReply with " + example, OutputFormat.JSON)
                .fields();

        assertInstanceOf(StringValue.class, field(fields, "title"));
        assertInstanceOf(StringValue.class, first(field(fields, "tags")));
        assertEquals(List.of("text"), keys(first(field(fields, "parts"))));
        assertEquals(NullValue.NULL, field(fields, "price"));
        assertEquals(List.of("summary"), keys(field(fields, "meta")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 30, 100})
    void howeverFewTokensItMayHaveItIsAnObject(int maxTokens) {
        var text = Texts.write(Texts.ENGLISH, OutputFormat.JSON, maxTokens);

        assertEquals(text.fields(), ValueJson.readObject(text.content()));
        assertTrue(text.usage().outputTokens() <= maxTokens, text.content());
    }

    private static Value field(ObjectValue object, String name) {
        return object.field(name).orElseThrow();
    }

    private static Value first(Value list) {
        return assertInstanceOf(ListValue.class, list).values().getFirst();
    }

    private static List<String> keys(Value object) {
        return List.copyOf(assertInstanceOf(ObjectValue.class, object).fields().keySet());
    }
}
