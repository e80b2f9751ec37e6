package dev.atelier.domain.search;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where something stands in a document.
 *
 * @param page of a document that has pages, from 1
 * @param heading the nearest heading above it
 * @param start where it begins in the document's text, in UTF-16 units (what Java and JavaScript count)
 * @param end where it has ended, in the same units
 */
public record Location(OptionalInt page, Optional<String> heading, int start, int end) {

    /** @throws IllegalArgumentException when it ends before it begins, or the page is not counted from 1 */
    public Location {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("from %d to %d is nowhere".formatted(start, end));
        }
        if (page.orElse(1) < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    /** A part of it, {@code start} and {@code end} counted from where it begins. */
    public Location part(int partStart, int partEnd) {
        return new Location(page, heading, start + partStart, start + partEnd);
    }
}
