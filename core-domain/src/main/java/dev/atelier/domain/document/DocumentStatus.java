package dev.atelier.domain.document;

/** How far its author considers a document to be. */
public enum DocumentStatus {
    DRAFT,
    DONE
}
