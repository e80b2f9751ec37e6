package dev.atelier.domain.search;

import java.util.List;
import java.util.Optional;

/**
 * A passage of a document, as it is looked for.
 *
 * @param text what it says: the document's text from {@code start} to {@code end}, after the first row of its table and a
 *     line break when the table was cut above
 * @param start where it begins in the document's text, in characters (UTF-16 units)
 * @param end where it has ended
 * @param page the page that all of it is on, from 1; empty when the format has no pages
 * @param headings what it stands below, the outermost first; each on one line and of at most
 *     {@value #HEADING_MAX} characters. Headings that it begins with are among them.
 */
public record Chunk(String text, int start, int end, Optional<Integer> page, List<String> headings) {

    public static final int HEADING_MAX = 200;

    public Chunk {
        headings = List.copyOf(headings);
    }
}
