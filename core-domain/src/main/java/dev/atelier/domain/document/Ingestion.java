package dev.atelier.domain.document;

/** How far a document is on its way into the search index. */
public enum Ingestion {
    /** It is not meant to be searched. */
    NONE,
    PENDING,
    READY,
    FAILED
}
