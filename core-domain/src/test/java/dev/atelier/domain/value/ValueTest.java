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
    void fields_keep_their_order_and_null_is_not_absence() {
        assertEquals(List.of("b", "a", "none"), List.copyOf(OBJECT.fields().keySet()));
        assertEquals(Optional.of(NullValue.NULL), OBJECT.field("none"));
        assertEquals(Optional.empty(), OBJECT.field("other"));
    }
}
