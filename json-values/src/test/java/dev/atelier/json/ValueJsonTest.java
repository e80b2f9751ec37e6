package dev.atelier.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"z\":1,\"a\":[true,false,null],\"nested\":{\"text\":\"ação \\\"x\\\"\"}}",
                "0.10",
                "12345678901234567890.123456789",
                "[]",
                "null",
                "\"\""
            })
    void whatIsReadIsWrittenAgainToTheLetter(String json) {
        assertEquals(json, ValueJson.write(ValueJson.read(json)));
    }

    @Test
    void eachKindOfJsonIsItsOwnKindOfValue() {
        assertEquals(
                Value.of(List.of(
                        Value.of("text"),
                        Value.of(new BigDecimal("1.50")),
                        Value.of(true),
                        NullValue.NULL,
                        ObjectValue.EMPTY)),
                ValueJson.read("[\"text\", 1.50, true, null, {}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":}", "nope"})
    void textThatIsNotJsonIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> ValueJson.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"{}\""})
    void whatIsNotAnObjectIsRefusedWhereAnObjectIsWanted(String json) {
        assertThrows(IllegalArgumentException.class, () -> ValueJson.readObject(json));
    }

    @Test
    void nestingIsBounded() {
        var deep = "[".repeat(100_000);

        assertThrows(IllegalArgumentException.class, () -> ValueJson.read(deep));
    }
}
