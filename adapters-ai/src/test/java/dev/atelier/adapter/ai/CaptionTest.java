package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Poster for Café Aurora, a coffee house in Lisbon| Café Aurora",
                "A flat vector illustration of a lighthouse, at night| lighthouse",
                "Create an image of a red bicycle in a minimalist style| red bicycle",
                "Uma ilustração de um farol. Cores quentes.| farol",
                "A cover with the words \"Slow Down\" on it| Slow Down"
            })
    void theCaptionIsTheSubject(String prompt, String caption) {
        assertEquals(caption, String.join(" ", Caption.of(prompt)));
    }

    @Test
    void aLongCaptionHasTwoLines() {
        assertEquals(List.of("sunset over the", "quiet ocean"), Caption.of("A sunset over the quiet ocean"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本語の文章", "!!!", "\ud83d\ude00"})
    void whatCannotBeSpelledHasNoCaption(String prompt) {
        assertEquals(List.of(), Caption.of(prompt));
    }

    @Test
    void everyLetterOfBothLanguagesCanBeSpelled() {
        assertTrue(Lettering.canSpell(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 ÁÂÃÀÇÉÊÍÓÔÕÚÜ áâãàçéêíóôõúü d'água pôr-do-sol"));
        assertFalse(Lettering.canSpell("я"));
    }

    @Test
    void accentsTakeNoPlace() {
        assertEquals(Lettering.width("ACAO"), Lettering.width("AÇÃO"));
        assertTrue(Lettering.lines("É").getBounds2D().getMinY()
                < Lettering.lines("E").getBounds2D().getMinY());
    }
}
