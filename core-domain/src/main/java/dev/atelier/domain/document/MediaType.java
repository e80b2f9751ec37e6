package dev.atelier.domain.document;

/** What a document is made of. */
public enum MediaType {
    TEXT,
    IMAGE,
    PDF,
    DOCX,
    HTML,
    MARKDOWN
}
