package dev.atelier.adapter.text;

import dev.atelier.domain.search.BlockKind;
import dev.atelier.domain.search.ExtractedText;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Reason;

/** What was read so far; it does not grow beyond what a text may be. */
final class Manuscript {

    private final ExtractedText.Builder text = new ExtractedText.Builder();

    /** Adds a block on no page. */
    void add(BlockKind kind, String content) {
        add(kind, content, 0);
    }

    /** Adds a block; page 0 is none. */
    void add(BlockKind kind, String content, int page) {
        text.add(kind, content.replace('\u00A0', ' '), page);
        if (text.length() > TextExtractor.TEXT_MAX) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
    }

    Extraction finish() {
        return text.length() == 0 ? new Extraction.Refused(Reason.NO_TEXT) : new Extraction.Extracted(text.build());
    }
}
