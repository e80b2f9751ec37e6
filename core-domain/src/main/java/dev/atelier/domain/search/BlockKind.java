package dev.atelier.domain.search;

/** What a part of a text is for its reader. */
public sealed interface BlockKind {

    /**
     * The title of what follows.
     *
     * @param level 1 for the most important to {@value #LEVEL_MAX}
     */
    record Heading(int level) implements BlockKind {

        public static final int LEVEL_MAX = 6;

        /** @throws IllegalArgumentException when there is no such level */
        public Heading {
            if (level < 1 || level > LEVEL_MAX) {
                throw new IllegalArgumentException("no heading has level " + level);
            }
        }
    }

    /** What stands below headings. */
    enum Body implements BlockKind {
        PARAGRAPH,
        /** Each row is a line, the first of them names the columns; cells are divided by {@code " | "}. */
        TABLE,
        /** Each item begins a line. */
        LIST,
        /** Its lines and blanks are as they were. */
        CODE
    }
}
