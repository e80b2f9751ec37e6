package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.search.ReciprocalRankFusion.Fused;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReciprocalRankFusionTest {

    @Test
    void what_stands_in_both_lists_goes_before_what_stands_high_in_one() {
        assertEquals(List.of("b", "a", "c"), fused(List.of(List.of("a", "b"), List.of("c", "b"))));
    }

    @Test
    void of_equals_the_one_that_came_first_is_first() {
        assertEquals(List.of("a", "b", "c", "d"), fused(List.of(List.of("a", "c"), List.of("b", "d"))));
    }

    @Test
    void one_list_stays_as_it_is() {
        assertEquals(List.of("x", "y", "z"), fused(List.of(List.of("x", "y", "z"), List.of())));
        assertEquals(List.of(), fused(List.of()));
    }

    @Test
    void scores_are_those_of_the_paper() {
        var best = ReciprocalRankFusion.fuse(List.of(List.of("a"), List.of("b", "a")))
                .getFirst();

        assertEquals(1.0 / 61 + 1.0 / 62, best.score(), 1e-12);
    }

    private static List<String> fused(List<List<String>> lists) {
        return ReciprocalRankFusion.fuse(lists).stream().map(Fused::item).toList();
    }
}
