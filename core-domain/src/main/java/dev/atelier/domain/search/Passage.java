package dev.atelier.domain.search;

import dev.atelier.domain.document.DocumentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A part of a document that can be found.
 *
 * @param title of the document
 * @param ordinal its place among the passages of the document, from 0
 * @param text as it stands in the document's text
 */
public record Passage(DocumentId document, String title, int ordinal, String text, Location location) {

    /** So many passages of a document are indexed; a text as long as documents may be has fewer. */
    public static final int PER_DOCUMENT_MAX = 5_000;

    /**
     * What says what it is about: the title of its document, its heading and its text. This is what is searched: many a passage says "the
     * mark" or "the fee", and only the title says whose.
     */
    public String subject() {
        return title + "\n" + belowHeading();
    }

    /** Its heading, if there is one, and its text. */
    public String belowHeading() {
        return location.heading().map(heading -> heading + "\n" + text).orElse(text);
    }

    /** The SHA-256 of {@link #subject()} in hexadecimal: passages that have it in common need to be understood once only. */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(subject().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
