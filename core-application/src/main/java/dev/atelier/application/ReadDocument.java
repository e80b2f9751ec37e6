package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.search.ExtractedText;

/**
 * It has a text, perhaps an empty one.
 *
 * @param content what the document's content is to be from now on; mostly what it is already
 * @param source what the places of passages are counted in; the content, but for pictures
 */
record ReadDocument(ExtractedText text, String content, String source) implements DocumentReading {

    boolean changes(Document document) {
        return !content.equals(document.details().content());
    }
}
