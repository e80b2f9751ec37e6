package dev.atelier.domain.document;

import dev.atelier.domain.error.Validation;

/**
 * What people write and say about a document.
 *
 * @param title 1 to {@value #TITLE_MAX} characters, not blank
 * @param content the text, up to {@value #CONTENT_MAX} characters
 */
public record DocumentDetails(String title, String content, MediaType mediaType, DocumentStatus status) {

    public static final int TITLE_MAX = 300;
    public static final int CONTENT_MAX = 1_000_000;

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule */
    public DocumentDetails {
        new Validation()
                .name("title", title, TITLE_MAX)
                .text("content", content, 0, CONTENT_MAX)
                .orThrow();
    }

    /** What it can be found by. */
    String searched() {
        return title + "\n" + content;
    }
}
