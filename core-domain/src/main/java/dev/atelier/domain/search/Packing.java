package dev.atelier.domain.search;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** Packs the pieces of a section into chunks. */
final class Packing {

    /** What is new in a chunk; the rest is for what overlaps or is repeated. */
    private static final int NEW_MAX = (Chunking.TOKENS_MAX - Chunking.OVERLAP_TOKENS_MAX) * Tokens.ONE;

    private static final int NEW_MIN = Chunking.TOKENS_MIN * Tokens.ONE;
    private static final int OVERLAP_MAX = Chunking.OVERLAP_TOKENS_MAX * Tokens.ONE;

    private final String text;
    private final Section section;
    private final List<Piece> pieces;

    Packing(String text, Section section) {
        this.text = text;
        this.section = section;
        this.pieces = section.pieces();
    }

    void addTo(List<Chunk> chunks) {
        for (int from = 0; from < pieces.size(); ) {
            int to = cut(from);
            add(from, to, chunks);
            from = to;
        }
    }

    /** Before which piece the chunk that begins with piece {@code from} ends. */
    private int cut(int from) {
        int best = from + 1;
        int bestRank = Integer.MAX_VALUE;
        int size = quarters(from);
        for (int to = from + 1; to < pieces.size(); to++) {
            int larger = size + quarters(to);
            boolean isLarge = size >= NEW_MIN;
            int rank = isLarge ? rank(to) : Integer.MAX_VALUE;
            if (!pieces.get(to - 1).isHeading() && (!isLarge || rank <= bestRank)) {
                best = to;
                bestRank = rank;
            }
            if (larger > NEW_MAX) {
                return best;
            }
            size = larger;
        }
        return pieces.size();
    }

    /** With the white space that follows a piece, for the next one to begin. */
    private int quarters(int index) {
        int end = index + 1 < pieces.size()
                ? pieces.get(index + 1).start()
                : pieces.get(index).end();
        return Tokens.quarters(text, pieces.get(index).start(), end);
    }

    /** By what a piece says alone: so cuts come back to the same places after a change before them. */
    private int rank(int index) {
        var piece = pieces.get(index);
        int mixed = text.substring(piece.start(), piece.end()).strip().hashCode() * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & 0x3FFFFFFF;
    }

    private void add(int from, int to, List<Chunk> chunks) {
        int start = firstWord(pieces.get(from).start(), pieces.get(to - 1).end());
        int end = lastWord(start, pieces.get(to - 1).end());
        if (start == end) {
            return; // white space that had to be cut
        }
        boolean overlaps = from > 0 && pieces.get(from - 1).isProse();
        int begin = overlaps ? overlap(pieces.get(from - 1).start(), start) : start;
        if (!chunks.isEmpty() && begin <= chunks.getLast().start()) {
            begin = start; // all of the one before
        }
        var repeated = from == 0 ? "" : section.repeated();
        chunks.add(new Chunk(repeated + text.substring(begin, end), begin, end, section.page(), section.headings()));
    }

    private int firstWord(int start, int end) {
        int word = start;
        while (word < end && Character.isWhitespace(text.codePointAt(word))) {
            word += Character.charCount(text.codePointAt(word));
        }
        return word;
    }

    private int lastWord(int start, int end) {
        int word = end;
        while (word > start && Character.isWhitespace(text.codePointBefore(word))) {
            word -= Character.charCount(text.codePointBefore(word));
        }
        return word;
    }

    /** From where on the end of what stands before is short enough: the earliest sentence, or else word, of it. */
    private int overlap(int start, int end) {
        int limit = end;
        for (int left = OVERLAP_MAX; limit > start; ) {
            int character = text.codePointBefore(limit);
            left -= Tokens.quarters(character);
            if (left < 0) {
                break;
            }
            limit -= Character.charCount(character);
        }
        if (limit == start) {
            return firstWord(start, end);
        }
        int sentence = first(BreakIterator.getSentenceInstance(Locale.ROOT), start, limit, end);
        return sentence < end ? sentence : first(BreakIterator.getWordInstance(Locale.ROOT), start, limit, end);
    }

    private int first(BreakIterator places, int start, int limit, int end) {
        places.setText(text.substring(start, end));
        int place = places.following(limit - start - 1);
        return place == BreakIterator.DONE ? end : firstWord(start + place, end);
    }
}
