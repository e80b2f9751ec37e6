package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CitedAnswerTest {

    @Test
    void each_number_has_the_sentence_that_first_refers_to_it() {
        var statements = CitedAnswer.statements("Tea is green [2]. Coffee is black. [1] Both are hot [1][3].");

        assertEquals(Map.of(1, "Coffee is black.", 2, "Tea is green", 3, "Both are hot"), statements);
    }

    @Test
    void several_numbers_may_share_their_brackets() {
        assertEquals(
                Set.of(1, 3), CitedAnswer.statements("Tea is green [1, 3].").keySet());
    }

    @Test
    void what_is_no_number_is_no_reference() {
        assertEquals(Map.of(), CitedAnswer.statements("Nothing [here] or [1a] or [12345] or ] [."));
    }
}
