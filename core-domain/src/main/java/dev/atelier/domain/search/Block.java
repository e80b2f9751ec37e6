package dev.atelier.domain.search;

import java.util.Optional;

/**
 * A part of an {@link ExtractedText}.
 *
 * @param start where it begins in the text, in characters (UTF-16 units)
 * @param end where it has ended
 * @param page the page it is on, from 1; empty when the format has no pages
 */
public record Block(BlockKind kind, int start, int end, Optional<Integer> page) {

    /** @throws IllegalArgumentException when it holds nothing, or is on no page that there could be */
    public Block {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("from %d to %d there is nothing".formatted(start, end));
        }
        if (page.isPresent() && page.get() < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }
}
