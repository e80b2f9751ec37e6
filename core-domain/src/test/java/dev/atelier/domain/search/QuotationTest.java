package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotationTest {

    private static final String TEXT =
            "The shop opens at nine.\nGreen tea is\n harvested in spring (see p. 4)! Version 2.5 is out.";

    @Test
    void white_space_is_all_the_same() {
        var found = Quotation.find(" tea  is harvested\tin spring", TEXT).orElseThrow();

        assertEquals("tea is\n harvested in spring", found.words());
        assertEquals(found.words(), TEXT.substring(found.start(), found.end()));
    }

    @Test
    void what_does_not_stand_there_is_not_quoted() {
        assertEquals(Optional.empty(), Quotation.find("The shop opens at ten.", TEXT));
        assertEquals(Optional.empty(), Quotation.find("the shop", TEXT));
        assertEquals(Optional.empty(), Quotation.find("  ", TEXT));
    }

    @Test
    void signs_that_mean_something_in_patterns_mean_nothing_here() {
        assertEquals(Optional.empty(), Quotation.find("sh.p", TEXT));
        assertEquals(
                "(see p. 4)", Quotation.find("(see p. 4)", TEXT).orElseThrow().words());
        assertEquals(Optional.empty(), Quotation.find("\\E.*", TEXT));
    }

    @Test
    void the_sentence_that_shares_most_words_is_the_nearest() {
        var nearest =
                Quotation.nearest("In the spring, tea is harvested.", TEXT).orElseThrow();

        assertTrue(nearest.words().contains("harvested in spring"), nearest.words());
        assertEquals(nearest.words(), TEXT.substring(nearest.start(), nearest.end()));
        assertEquals(
                "Version 2.5 is out.",
                Quotation.nearest("which version is out", TEXT).orElseThrow().words());
    }

    @Test
    void the_same_words_further_down_are_found_where_they_stand() {
        var text = "Tea. Coffee grows in Brazil. Tea.";

        var nearest = Quotation.nearest("where coffee grows", text).orElseThrow();

        assertEquals("Coffee grows in Brazil.", nearest.words());
        assertEquals(5, nearest.start());
    }

    @Test
    void there_is_nothing_nearest_in_nothing() {
        assertEquals(Optional.empty(), Quotation.nearest("tea", " \n "));
    }

    @Test
    void what_is_long_is_cut_between_words() {
        var nearest = Quotation.nearest("tea", "green tea ".repeat(100)).orElseThrow();

        assertTrue(nearest.words().length() <= Quotation.LENGTH_MAX);
        assertTrue(nearest.words().endsWith("tea") || nearest.words().endsWith("green"), nearest.words());
        assertTrue(Quotation.nearest("x", "\ud83d\udc4d".repeat(1_000))
                        .orElseThrow()
                        .words()
                        .length()
                <= Quotation.LENGTH_MAX);
    }
}
