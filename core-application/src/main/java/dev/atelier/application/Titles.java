package dev.atelier.application;

import dev.atelier.domain.document.DocumentDetails;

/** Titles for what steps make. */
final class Titles {

    private Titles() {}

    /** {@code wanted} in one line, as long as a title may be; {@code fallback} when there is nothing to see in it. */
    static String fit(String wanted, String fallback) {
        var line = Texts.storable(wanted).replaceAll("\\s+", " ").strip();
        return line.isEmpty()
                ? fit(fallback, "Untitled")
                : Texts.cut(line, DocumentDetails.TITLE_MAX).strip();
    }
}
