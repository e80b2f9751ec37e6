package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {

    @Test
    void abbreviationsAndNumbersEndNoSentence() {
        assertEquals(
                List.of("Dr. Silva paid 1.200 euros.", "A Sra. Lopes e o Sr. J. Costa chegaram.", "Fim!"),
                texts("Dr. Silva paid 1.200 euros. A Sra. Lopes e o Sr. J. Costa chegaram. Fim!"));
    }

    @Test
    void aLineThatWasOnlyWrappedGoesOn() {
        assertEquals(
                List.of("One sentence on two lines.", "Title", "Text."),
                texts("One sentence\non two lines.\nTitle\nText."));
    }

    @Test
    void theMarksOfMarkdownAreNoText() {
        assertEquals(
                List.of("Heading", "first", "second", "bold and code."),
                texts("## Heading\n- first\n2. second\n> **bold** and `code`."));
    }

    @Test
    void whatIsTooLongForASentenceIsCutBetweenWords() {
        var pieces = texts("lorem ipsum ".repeat(100));

        assertTrue(pieces.size() > 2);
        pieces.forEach(piece -> {
            assertTrue(piece.length() <= Passages.MAX_LENGTH + 1, piece);
            assertTrue(piece.matches("(?:lorem|ipsum).*(?:lorem|ipsum)\u2026?"), piece);
        });
    }

    private static List<String> texts(String text) {
        return Passages.of(text).stream().map(Passage::text).toList();
    }
}
