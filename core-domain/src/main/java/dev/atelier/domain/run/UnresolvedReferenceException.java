package dev.atelier.domain.run;

import java.util.Objects;

/** A reference leads to something that the step it refers to did not give, or that is of no use where it is wanted. The message is for the run's owner. */
public final class UnresolvedReferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnresolvedReferenceException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
