package dev.atelier.domain.search;

/**
 * A passage that a search has found.
 *
 * @param title of its document
 * @param score the higher, the better it fits; only scores of the same search can be compared
 */
public record FoundPassage(Passage passage, String title, double score) {

    /** The same with another score. */
    public FoundPassage scored(double other) {
        return new FoundPassage(passage, title, other);
    }
}
