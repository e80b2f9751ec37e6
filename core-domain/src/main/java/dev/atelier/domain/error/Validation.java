package dev.atelier.domain.error;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input, so that all of it is told at once. */
public final class Validation {

    private final List<Violation> violations = new ArrayList<>();

    /** Text of {@code min} to {@code max} characters (Unicode code points) that can be stored: well-formed and without NUL. */
    public Validation text(String field, String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length < min && length == 0) {
            reject(field, "must not be empty");
        } else if (length < min || length > max) {
            reject(field, "must be %d to %d characters long, not %d".formatted(min, max, length));
        }
        if (text.indexOf('\0') >= 0 || !isWellFormed(text)) {
            reject(field, "must be well-formed Unicode without the character NUL");
        }
        return this;
    }

    /** Text like {@link #text}, of which at least one character is not white space. */
    public Validation name(String field, String text, int max) {
        text(field, text, 1, max);
        if (!text.isEmpty() && text.isBlank()) {
            reject(field, "must not be blank");
        }
        return this;
    }

    public Validation require(boolean holds, String field, String message) {
        if (!holds) {
            reject(field, message);
        }
        return this;
    }

    public void reject(String field, String message) {
        violations.add(new Violation(field, message));
    }

    /**
     * Ends the check.
     *
     * @throws DomainException.ValidationFailed with everything that was found, if anything was
     */
    public void orThrow() {
        if (!violations.isEmpty()) {
            throw new DomainException.ValidationFailed(violations);
        }
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
