package dev.atelier.domain.workflow;

/**
 * A word of a condition.
 *
 * @param text as it was written
 * @param position of its first character, from 0
 */
record ConditionToken(Kind kind, String text, int position) {

    enum Kind {
        REFERENCE,
        QUOTED,
        NUMBER,
        TRUE,
        FALSE,
        COMPARISON,
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        END
    }

    /** As it is called when it is in the wrong place. */
    String described() {
        return kind == Kind.END ? "the end" : text;
    }
}
