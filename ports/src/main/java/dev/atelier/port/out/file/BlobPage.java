package dev.atelier.port.out.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list that may be as long as it likes.
 *
 * @param asOf what time it was when the storage made the list, by the clock that it also stamps objects with
 * @param next where the next page begins; empty after the last one
 */
public record BlobPage<T>(List<T> items, Instant asOf, Optional<String> next) {

    public BlobPage {
        items = List.copyOf(items);
    }
}
