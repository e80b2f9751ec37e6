package dev.atelier.domain.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items newest first
 * @param next where the next page begins ({@link PageRequest#before(UUID, int)}); empty when this is the last
 */
public record Page<T>(List<T> items, Optional<UUID> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of what a query gave that asked for one item more than wanted: the surplus item only tells that there
     * is a next page.
     *
     * @param found newest first, at most {@code request.limit() + 1}
     * @param id the id of an item
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<? super T, UUID> id) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, Optional.empty());
        }
        var items = found.subList(0, request.limit());
        return new Page<>(items, Optional.of(id.apply(items.getLast())));
    }
}
