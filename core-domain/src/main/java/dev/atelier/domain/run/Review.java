package dev.atelier.domain.run;

import dev.atelier.domain.error.Validation;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.Locale;

/**
 * What a person has decided.
 *
 * @param comment up to {@value #COMMENT_MAX} characters, none of them needed
 */
public record Review(Verdict verdict, String comment) {

    public static final int COMMENT_MAX = 10_000;

    /** Spelled outside in lower case. The run goes on with either; conditions may ask which it was. */
    public enum Verdict {
        APPROVE,
        REJECT
    }

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed when the comment is too long */
    public Review {
        new Validation().text("comment", comment, 0, COMMENT_MAX).orThrow();
    }

    /** What the step of the review gives: {@code decision} and {@code comment}. */
    public ObjectValue output() {
        return ObjectValue.EMPTY
                .with("decision", Value.of(verdict.name().toLowerCase(Locale.ROOT)))
                .with("comment", Value.of(comment));
    }
}
