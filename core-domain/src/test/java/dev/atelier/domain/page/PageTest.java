package dev.atelier.domain.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<UUID> FOUND =
            LongStream.of(3, 2, 1).mapToObj(bits -> new UUID(0, bits)).toList();

    @Test
    void one_item_more_than_wanted_means_that_there_is_a_next_page() {
        var page = Page.of(FOUND, PageRequest.first(2), Function.identity());

        assertEquals(FOUND.subList(0, 2), page.items());
        assertEquals(Optional.of(FOUND.get(1)), page.next());
    }

    @Test
    void as_many_as_wanted_are_the_last() {
        assertEquals(new Page<>(FOUND, Optional.empty()), Page.of(FOUND, PageRequest.first(3), Function.identity()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void a_limit_is_1_to_100(int limit) {
        assertThrows(IllegalArgumentException.class, () -> PageRequest.first(limit));
    }
}
