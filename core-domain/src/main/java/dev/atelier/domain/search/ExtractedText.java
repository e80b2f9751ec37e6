package dev.atelier.domain.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a document and how it is built. Its blocks follow each other in the order of reading, with two line breaks
 * between them and nothing else; none begins or ends with white space. It holds nothing that no database and no
 * encoding takes: no NUL, and no half of a character (lone surrogate).
 *
 * @param text all blocks; empty when there are none
 */
public record ExtractedText(String text, List<Block> blocks) {

    static final String GAP = "\n\n";

    /** @throws IllegalArgumentException when the blocks do not make the text, or it holds what it must not */
    public ExtractedText {
        blocks = List.copyOf(blocks);
        if (!Characters.areClean(text)) {
            throw new IllegalArgumentException("the text holds NUL or half a character");
        }
        int end = -GAP.length();
        for (var block : blocks) {
            if (block.start() != end + GAP.length() || block.end() > text.length() || !isDivided(text, block)) {
                throw new IllegalArgumentException("the text is not made of its blocks at " + block.start());
            }
            end = block.end();
        }
        if (Math.max(end, 0) != text.length()) {
            throw new IllegalArgumentException("the text goes on after its last block");
        }
    }

    private static boolean isDivided(String text, Block block) {
        return (block.start() == 0 || text.startsWith(GAP, block.start() - GAP.length()))
                && !Character.isWhitespace(text.codePointAt(block.start()))
                && !Character.isWhitespace(text.codePointBefore(block.end()));
    }

    /** What a block says. */
    public String textOf(Block block) {
        return text.substring(block.start(), block.end());
    }

    /** Puts texts together, block after block. For one thread. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();

        /**
         * Adds a block for what {@code content} says, without white space around it; NUL goes, halves of characters become
         * U+FFFD. Nothing is added for a blank one.
         *
         * @param page see {@link Block}; 0 when the format has no pages
         */
        public Builder add(BlockKind kind, String content, int page) {
            var clean = Characters.clean(content).strip();
            if (clean.isEmpty()) {
                return this;
            }
            if (!blocks.isEmpty()) {
                text.append(GAP);
            }
            int start = text.length();
            text.append(clean);
            blocks.add(new Block(kind, start, text.length(), page == 0 ? Optional.empty() : Optional.of(page)));
            return this;
        }

        /** How long the text is so far, in characters (UTF-16 units). */
        public int length() {
            return text.length();
        }

        /** What was added so far. */
        public ExtractedText build() {
            return new ExtractedText(text.toString(), blocks);
        }
    }
}
