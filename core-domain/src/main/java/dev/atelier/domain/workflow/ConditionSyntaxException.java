package dev.atelier.domain.workflow;

import java.util.Objects;

/** A text is no condition. The message says where and why, for the author. */
final class ConditionSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param position of the character that is wrong, from 0 */
    ConditionSyntaxException(int position, String why) {
        this("cannot be read from character %d on: %s".formatted(position + 1, why));
    }

    ConditionSyntaxException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
