package dev.atelier.domain.search;

/** How passages are searched. */
public enum SearchMode {
    /** By meaning and by words, both lists made one. */
    HYBRID,

    /** By meaning. */
    VECTOR,

    /** By words. */
    KEYWORD
}
