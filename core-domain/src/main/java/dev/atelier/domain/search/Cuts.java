package dev.atelier.domain.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts blocks into pieces that are small enough, as coarsely as it can. */
final class Cuts {

    private static final int PIECE_MAX = Chunking.UNCUT_TOKENS_MAX * Tokens.ONE;

    /** Where a text may be cut, from the best place to the last resort. */
    private enum Way {
        LINES,
        SENTENCES,
        WORDS
    }

    private final String text;

    Cuts(String text) {
        this.text = text;
    }

    /** The pieces of a block; they leave nothing out. */
    List<Piece> of(Block block) {
        var pieces = new ArrayList<Piece>();
        cut(block.start(), block.end(), block.kind(), ways(block.kind()), pieces);
        return pieces;
    }

    /** Whether this part of the text has so few tokens. */
    boolean fit(int start, int end, int tokens) {
        int left = tokens * Tokens.ONE;
        for (int i = start; i < end && left >= 0; ) {
            int character = text.codePointAt(i);
            left -= Tokens.quarters(character);
            i += Character.charCount(character);
        }
        return left >= 0;
    }

    private static List<Way> ways(BlockKind kind) {
        return switch (kind) {
            case BlockKind.Heading heading -> List.of(Way.SENTENCES, Way.WORDS);
            case BlockKind.Body.PARAGRAPH -> List.of(Way.SENTENCES, Way.WORDS);
            case BlockKind.Body.LIST -> List.of(Way.LINES, Way.SENTENCES, Way.WORDS);
            case BlockKind.Body.TABLE, BlockKind.Body.CODE -> List.of(Way.LINES, Way.WORDS);
        };
    }

    private void cut(int start, int end, BlockKind kind, List<Way> ways, List<Piece> pieces) {
        if (fit(start, end, Chunking.UNCUT_TOKENS_MAX)) {
            pieces.add(new Piece(start, end, kind));
            return;
        }
        var finer = ways.subList(1, ways.size());
        switch (ways.getFirst()) {
            case LINES -> {
                for (int from = start; from < end; ) {
                    int to = lineEnd(from, end);
                    cut(from, to, kind, finer, pieces);
                    from = to;
                }
            }
            case SENTENCES -> {
                var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
                sentences.setText(text.substring(start, end));
                int from = 0;
                for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
                    cut(start + from, start + to, kind, finer, pieces);
                    from = to;
                }
            }
            case WORDS -> {
                for (int from = start; from < end; ) {
                    int to = wordEnd(from, end);
                    pieces.add(new Piece(from, to, kind));
                    from = to;
                }
            }
        }
    }

    private int lineEnd(int start, int end) {
        int lineBreak = text.indexOf('\n', start);
        return lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
    }

    /** As much as fits, to the last word that begins in it; in one that is longer, to some character. */
    private int wordEnd(int start, int end) {
        int left = PIECE_MAX;
        int word = start;
        boolean inWhiteSpace = false;
        for (int i = start; i < end; ) {
            int character = text.codePointAt(i);
            left -= Tokens.quarters(character);
            boolean isWhiteSpace = Character.isWhitespace(character);
            if (inWhiteSpace && !isWhiteSpace) {
                word = i;
            }
            if (left < 0) {
                return word > start ? word : i;
            }
            inWhiteSpace = isWhiteSpace;
            i += Character.charCount(character);
        }
        return end;
    }
}
