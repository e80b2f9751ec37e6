package dev.atelier.domain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {

    private static final ObjectValue OBJECT =
            ObjectValue.EMPTY.with("b", Value.of(1)).with("a", Value.of("x")).with("none", NullValue.NULL);

    @Test
    void inside_a_prompt_it_reads_as_a_person_would_write_it() {
        assertEquals("text", Value.of("text").text());
        assertEquals("1000000000000", Value.of(new BigDecimal("1E+12")).text());
        assertEquals("0.10", Value.of(new BigDecimal("0.10")).text());
        assertEquals("true", Value.of(true).text());
        assertEquals("", NullValue.NULL.text());
        assertEquals(
                "one\ntwo", Value.of(List.of(Value.of("one"), Value.of("two"))).text());
        assertEquals("b: 1\na: x\nnone: ", OBJECT.text());
    }

    @Test
    void its_size_is_that_of_its_json() {
        assertEquals("{\"b\":1,\"a\":\"x\",\"none\":null}".length(), OBJECT.jsonSize());
        assertEquals(
                "[true,1.50,[],{}]".length(),
                Value.of(List.of(
                                Value.of(true),
                                Value.of(new BigDecimal("1.50")),
                                Value.of(List.of()),
                                ObjectValue.EMPTY))
                        .jsonSize());
        assertEquals(
                2 + 2 + 2 + 6 + 2 + 4, Value.of("\"\n\u0001\u00e9\uD83D\uDE00").jsonSize());
    }

    @Test
    void fields_keep_their_order_and_null_is_not_absence() {
        assertEquals(List.of("b", "a", "none"), List.copyOf(OBJECT.fields().keySet()));
        assertEquals(Optional.of(NullValue.NULL), OBJECT.field("none"));
        assertEquals(Optional.empty(), OBJECT.field("other"));
    }
}
