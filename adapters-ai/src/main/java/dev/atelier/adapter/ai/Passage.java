package dev.atelier.adapter.ai;

/**
 * A sentence, or what stands on a line in place of one.
 *
 * @param opensParagraph whether a blank line, or nothing, is before it
 * @param opensLine whether it is the first on its line
 */
record Passage(String text, boolean opensParagraph, boolean opensLine) {

    /** The same place with another text. */
    Passage withText(String other) {
        return new Passage(other, opensParagraph, opensLine);
    }
}
