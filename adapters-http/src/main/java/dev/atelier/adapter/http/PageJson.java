package dev.atelier.adapter.http;

import dev.atelier.domain.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of a list; {@code nextCursor} is null in the last one. */
record PageJson<T>(List<T> items, Optional<String> nextCursor) {

    static <S, T> PageJson<T> of(Page<S> page, Function<? super S, ? extends T> view) {
        return new PageJson<>(
                page.items().stream().<T>map(view).toList(), page.next().map(Paging::cursor));
    }
}
