package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void it_is_told_by_the_words_that_say_least() {
        assertEquals(Language.ENGLISH, Language.of("When does the shop open?"));
        assertEquals(Language.PORTUGUESE, Language.of("Quando abre a loja?"));
        assertEquals(Language.PORTUGUESE, Language.of("O lan\u00e7amento \u00e9 em mar\u00e7o, e n\u00e3o em abril."));
    }

    @Test
    void what_has_none_of_them_is_another() {
        assertEquals(Language.OTHER, Language.of(""));
        assertEquals(Language.OTHER, Language.of("Wann \u00f6ffnet unser Laden?"));
        assertEquals(Language.OTHER, Language.of("\u8336\u306f\u7dd1\u3067\u3059"));
    }
}
