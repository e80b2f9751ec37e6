package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractTest {

    private static final List<String> SENTENCES = List.of(
            "The harbour has three cranes for heavy ships.",
            "Roasting coffee slowly brings out its sweetness.",
            "Slowly roasting coffee brings out sweetness.",
            "Farmers dry coffee cherries in the sun for weeks.",
            "A cat sleeps on the roof.");

    @Test
    void theNearestToWhatIsWantedComesFirst() {
        assertEquals(
                SENTENCES.get(3),
                Extract.of(SENTENCES, List.of("farmer", "cherrie"), 3).getFirst());
    }

    @Test
    void withoutAnyWishTheMostCentralComesFirst() {
        assertTrue(List.of(SENTENCES.get(1), SENTENCES.get(2))
                .contains(Extract.of(SENTENCES, List.of(), 1).getFirst()));
    }

    @Test
    void whatSaysTheSameAgainComesAfterWhatSaysSomethingNew() {
        var extract = Extract.of(SENTENCES, List.of("coffee"), 2);

        assertTrue(extract.contains(SENTENCES.get(3)), extract::toString);
    }

    @Test
    void similarityIsOneForTheSameWordsAndNoneForOthers() {
        var weights = new TermWeights(List.of(List.of("a", "b"), List.of("c")));

        assertEquals(1, weights.vector(List.of("b", "a")).similarity(weights.vector(List.of("a", "b"))), 1e-9);
        assertEquals(0, weights.vector(List.of("a")).similarity(weights.vector(List.of("c"))));
        assertEquals(0, weights.vector(List.of("unknown")).similarity(weights.vector(List.of("a"))));
    }

    @Test
    void whatManyResembleRanksHighest() {
        var weights = new TermWeights(List.of(List.of("a", "b"), List.of("a", "c"), List.of("a", "d"), List.of("x")));
        var vectors = List.of(
                weights.vector(List.of("a", "b", "c", "d")),
                weights.vector(List.of("b")),
                weights.vector(List.of("x")));

        var ranks = TextRank.of(vectors);

        assertEquals(1, ranks[0]);
        assertTrue(ranks[2] < ranks[1]);
    }
}
