package dev.atelier.domain.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts into chunks, by their structure.
 *
 * <ul>
 *   <li>Tokens are estimated: four letters, digits or blanks of a Latin script are one, two letters of another alphabet, one
 *       character of anything else. No chunk has more than {@value #TOKENS_MAX}; most have {@value #TOKENS_MIN} at least,
 *       where there is so much below one heading and on one page.
 *   <li>A heading begins a chunk, unless it stands right below a more important one. A page begins a chunk.
 *   <li>A paragraph, list, table or piece of code of up to {@value #UNCUT_TOKENS_MAX} tokens is not cut. A longer one is cut
 *       between lines (not paragraphs), else sentences (neither tables nor code), else words, else characters.
 *   <li>A table that is cut has its chunks for itself. Each after the first begins with the table's first row, if that is short.
 *   <li>After a paragraph or a list, a chunk begins with the end of the one before, up to {@value #OVERLAP_TOKENS_MAX} tokens,
 *       when both are below one heading and on one page.
 *   <li>All of the text but white space is in some chunk. The same text gives the same chunks, and where there is a choice, a
 *       cut is made where what follows it decides; so after a change the chunks are soon the same as before, but for their
 *       offsets.
 * </ul>
 */
public final class Chunking {

    public static final int TOKENS_MAX = 400;
    public static final int TOKENS_MIN = 150;
    public static final int UNCUT_TOKENS_MAX = 300;
    public static final int OVERLAP_TOKENS_MAX = 50;

    private Chunking() {}

    /** The chunks of a text, in its order. */
    public static List<Chunk> of(ExtractedText extracted) {
        var chunks = new ArrayList<Chunk>();
        for (var section : new Sections(extracted).all()) {
            new Packing(extracted.text(), section).addTo(chunks);
        }
        return chunks;
    }
}
