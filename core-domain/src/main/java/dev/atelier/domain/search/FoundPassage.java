package dev.atelier.domain.search;

/**
 * A passage that a search has found.
 *
 * @param score the higher, the better it fits; only scores of the same search can be compared
 */
public record FoundPassage(Passage passage, double score) {

    /** Of its document. */
    public String title() {
        return passage.title();
    }

    /** The same with another score. */
    public FoundPassage scored(double other) {
        return new FoundPassage(passage, other);
    }
}
