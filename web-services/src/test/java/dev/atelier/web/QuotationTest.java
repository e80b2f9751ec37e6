package dev.atelier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationTest {

    private static final String KEY = "sk-or-v1-sesame";
    private static final String PROMPT = "Write about our secret plan\nto move the factory to Porto in May.";

    @Test
    void what_a_service_says_is_quoted() {
        assertEquals("Insufficient credits", quote("Insufficient credits"));
    }

    @Test
    void it_becomes_one_line_that_is_not_long() {
        assertEquals("one two", quote(" one\r\n\u001b two\u0000"));
        assertEquals("x".repeat(300) + "...", quote("x".repeat(100_000)));
    }

    @Test
    void the_key_is_left_out() {
        assertEquals("Incorrect API key provided: [key]", quote("Incorrect API key provided: " + KEY));
    }

    @Test
    void what_the_service_was_told_is_left_out_also_in_part() {
        var quoted = quote("Flagged: \"secret plan to move the factory\" is not allowed");

        assertEquals("Flagged: \"[...]\" is not allowed", quoted);
    }

    @Test
    void a_short_text_is_left_out_too() {
        assertFalse(
                Quotation.of("cannot do: fire Bob", KEY, List.of("fire Bob")).contains("Bob"));
    }

    @Test
    void a_long_text_takes_no_time() {
        long began = System.nanoTime();
        Quotation.of("y".repeat(100_000), KEY, List.of("x".repeat(5_000_000)));

        assertTrue(System.nanoTime() - began < 5_000_000_000L);
    }

    private static String quote(String said) {
        return Quotation.of(said, KEY, List.of(PROMPT));
    }
}
