package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextAlignmentTest {

    @Test
    void the_same_text_is_where_it_is() {
        var text = "Green tea\n\nis harvested.";
        var places = TextAlignment.of(text, text);

        for (int start = 0; start < text.length(); start++) {
            if (!Character.isWhitespace(text.charAt(start))) {
                assertEquals(start, places.start(start), "at " + start);
                assertEquals(start + 1, places.end(start + 1), "behind " + start);
            }
        }
    }

    @Test
    void marks_and_white_space_are_passed_over() {
        assertPlace(
                "tea is **harvested",
                "tea is harvested",
                "# Tea\n\nGreen  tea is **harvested** in _spring_.",
                "Tea\n\nGreen tea is harvested in spring.");
        assertPlace("Fish &amp; chips", "Fish", "<p class=\"x\">Fish &amp; chips</p>", "Fish & chips", "chips");
    }

    @Test
    void a_word_that_is_not_there_does_not_lead_astray() {
        var places = TextAlignment.of("one zzz two", "one two");

        assertEquals(0, places.start(0));
        assertEquals(4, places.start("one zzz ".length()));
        assertEquals(7, places.end("one zzz two".length()));
    }

    private static void assertPlace(String expected, String from, String source, String extracted) {
        var places = TextAlignment.of(extracted, source);
        int start = extracted.indexOf(from);
        assertEquals(expected, source.substring(places.start(start), places.end(start + from.length())));
    }

    private static void assertPlace(String expected, String from, String source, String extracted, String to) {
        var places = TextAlignment.of(extracted, source);
        assertEquals(
                expected,
                source.substring(
                        places.start(extracted.indexOf(from)), places.end(extracted.indexOf(to) + to.length())));
    }
}
