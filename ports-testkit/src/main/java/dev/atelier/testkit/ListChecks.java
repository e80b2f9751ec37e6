package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What every list has to be.
 *
 * @param list the list under test, which is empty at the beginning
 * @param insert puts an item of that id into it
 * @param id the id of an item
 */
record ListChecks<T>(Function<PageRequest, Page<T>> list, Consumer<UUID> insert, Function<T, UUID> id) {

    void assertEmptyAtFirst() {
        assertEquals(new Page<>(List.of(), Optional.empty()), list.apply(PageRequest.first(PageRequest.MAX_LIMIT)));
        assertEquals(List.of(), ids(list.apply(PageRequest.before(Samples.newId(), 1))));
    }

    void assertNewestFirst() {
        var oldest = Samples.newId();
        var middle = Samples.newId();
        var newest = Samples.newId();
        List.of(middle, newest, oldest).forEach(insert);

        assertEquals(List.of(newest, middle, oldest), ids(list.apply(PageRequest.first(PageRequest.MAX_LIMIT))));
    }

    void assertUnsignedOrder() {
        var descending = Stream.of(
                        "ffffffff-ffff-7fff-bfff-ffffffffffff",
                        "ffffffff-ffff-7fff-8000-000000000000",
                        "80000000-0000-7000-8000-000000000000",
                        "7fffffff-ffff-7fff-bfff-ffffffffffff",
                        "7fffffff-ffff-7fff-0000-000000000000",
                        "00000000-0000-7000-8000-000000000001")
                .map(UUID::fromString)
                .toList();
        Stream.of(2, 5, 0, 3, 1, 4).map(descending::get).forEach(insert);

        assertEquals(descending, ids(list.apply(PageRequest.first(PageRequest.MAX_LIMIT))));
        assertEquals(descending, idsPageByPage(1, () -> {}));
    }

    void assertPagesGoOnBelowTheLast() {
        var inserted = insertSome(5);

        var first = list.apply(PageRequest.first(2));
        assertEquals(inserted.subList(0, 2), ids(first));
        assertEquals(Optional.of(inserted.get(1)), first.next());
        var second = list.apply(PageRequest.before(inserted.get(1), 2));
        assertEquals(inserted.subList(2, 4), ids(second));
        assertEquals(Optional.of(inserted.get(3)), second.next());
        var last = list.apply(PageRequest.before(inserted.get(3), 2));
        assertEquals(inserted.subList(4, 5), ids(last));
        assertEquals(Optional.empty(), last.next());
    }

    void assertNothingFollowsAFullLastPage() {
        var inserted = insertSome(2);

        var only = list.apply(PageRequest.first(2));
        assertEquals(inserted, ids(only));
        assertEquals(Optional.empty(), only.next());
    }

    void assertStableUnderInserts() {
        var inserted = insertSome(6);

        var seen = idsPageByPage(2, () -> insert.accept(Samples.newId()));
        assertEquals(inserted, seen);
    }

    private List<UUID> insertSome(int count) {
        var oldestFirst = Stream.generate(Samples::newId).limit(count).toList();
        oldestFirst.forEach(insert);
        return oldestFirst.reversed();
    }

    /** @param between is done after each page */
    private List<UUID> idsPageByPage(int limit, Runnable between) {
        var all = new ArrayList<UUID>();
        var next = Optional.of(PageRequest.first(limit));
        while (next.isPresent()) {
            var page = list.apply(next.get());
            all.addAll(ids(page));
            assertTrue(all.size() <= PageRequest.MAX_LIMIT, "the pages have no end");
            between.run();
            next = page.next().map(before -> PageRequest.before(before, limit));
        }
        return all;
    }

    private List<UUID> ids(Page<T> page) {
        return page.items().stream().map(id).toList();
    }
}
