package dev.atelier.application;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Goes through a list that is had page by page, with one page in memory. */
final class SortedPages<T> {

    /** @param next where the next one begins; empty after the last one */
    record Page<T>(List<T> items, Optional<String> next) {}

    private final Function<String, Page<T>> list;
    private final Deque<T> page = new ArrayDeque<>();
    private Optional<String> next = Optional.of("");

    private SortedPages(Function<String, Page<T>> list) {
        this.list = list;
    }

    static <T> SortedPages<T> ofPages(Function<String, Page<T>> list) {
        return new SortedPages<>(list);
    }

    /** For a list of which every page begins after an item, and that ends with a page that has none. */
    static <T> SortedPages<T> of(Function<String, List<T>> list, Function<T, String> position) {
        return new SortedPages<>(after -> {
            var items = list.apply(after);
            return new Page<>(items, items.isEmpty() ? Optional.empty() : Optional.of(position.apply(items.getLast())));
        });
    }

    /** The first one that was not taken; empty at the end. */
    Optional<T> peek() {
        while (page.isEmpty() && next.isPresent()) {
            var more = list.apply(next.get());
            page.addAll(more.items());
            next = more.next();
        }
        return Optional.ofNullable(page.peek());
    }

    T take() {
        return page.remove();
    }
}
