package dev.atelier.adapter.postgres;

import dev.atelier.domain.page.PageRequest;
import java.util.UUID;

/**
 * The end of every query of a page: {@code id < :before} finds its place in an index, whether it is the first page or the
 * thousandth.
 */
final class Keyset {

    /** Above every id there is. */
    private static final UUID TOP = new UUID(-1L, -1L);

    private Keyset() {}

    static UUID before(PageRequest request) {
        return request.before().orElse(TOP);
    }

    /** One more than wanted, which tells whether there is a next page. */
    static int limit(PageRequest request) {
        return request.limit() + 1;
    }
}
