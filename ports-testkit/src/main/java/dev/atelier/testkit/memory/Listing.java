package dev.atelier.testkit.memory;

import dev.atelier.domain.id.UuidV7;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists from the newest to the oldest. */
final class Listing {

    private Listing() {}

    static <T> Page<T> page(Stream<T> all, PageRequest request, Function<T, UUID> id) {
        var found = all.filter(item -> request.before()
                        .filter(before -> UuidV7.ORDER.compare(id.apply(item), before) >= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(id, UuidV7.ORDER.reversed()))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(found, request, id);
    }
}
