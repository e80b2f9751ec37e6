package dev.atelier.domain.search;

/**
 * What a chunk is packed from, and never cut.
 *
 * @param start where it begins in the text
 * @param end where it has ended
 * @param kind of the block that it is (a part of)
 */
record Piece(int start, int end, BlockKind kind) {

    boolean isHeading() {
        return kind instanceof BlockKind.Heading;
    }

    /** Whether its end means something without its beginning. */
    boolean isProse() {
        return kind == BlockKind.Body.PARAGRAPH || kind == BlockKind.Body.LIST;
    }
}
