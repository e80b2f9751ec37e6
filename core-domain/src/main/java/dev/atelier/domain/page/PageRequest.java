package dev.atelier.domain.page;

import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a list is wanted. Lists run from the newest to the oldest, by id (see
 * {@link dev.atelier.domain.id.UuidV7}); a page goes on below the last id of the page before it, so that what is
 * inserted meanwhile neither repeats nor hides anything.
 *
 * @param limit the most items wanted, 1 to {@value #MAX_LIMIT}
 * @param before only items with a smaller id; empty for the first page
 */
public record PageRequest(int limit, Optional<UUID> before) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** @throws IllegalArgumentException when {@code limit} is out of its range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    public static PageRequest before(UUID id, int limit) {
        return new PageRequest(limit, Optional.of(id));
    }
}
