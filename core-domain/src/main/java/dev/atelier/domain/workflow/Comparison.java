package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.BoolValue;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a condition compares two values. Two sides that are numbers, or texts that read as numbers and were not put in quotes
 * by the author, compare as numbers; with a truth value the other side is read as one; everything else compares as text,
 * blanks at both ends left aside, because models like to add them.
 */
public enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    /** A text has another within it, a list an equal item, an object a field of that name. */
    CONTAINS("contains");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The one written so, in whatever case. */
    static Optional<Comparison> parse(String sign) {
        var wanted = sign.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(comparison -> comparison.sign.equals(wanted))
                .findFirst();
    }

    boolean holds(Side left, Side right) {
        return switch (this) {
            case EQUAL -> areEqual(left, right);
            case NOT_EQUAL -> !areEqual(left, right);
            case LESS -> order(left, right) < 0;
            case LESS_OR_EQUAL -> order(left, right) <= 0;
            case GREATER -> order(left, right) > 0;
            case GREATER_OR_EQUAL -> order(left, right) >= 0;
            case CONTAINS -> contains(left, right);
        };
    }

    private static boolean areEqual(Side left, Side right) {
        boolean isAboutTruth = left.value() instanceof BoolValue || right.value() instanceof BoolValue;
        return isAboutTruth ? left.text().equalsIgnoreCase(right.text()) : order(left, right) == 0;
    }

    private static int order(Side left, Side right) {
        var leftNumber = left.number();
        var rightNumber = right.number();
        return leftNumber.isPresent() && rightNumber.isPresent()
                ? leftNumber.get().compareTo(rightNumber.get())
                : left.text().compareTo(right.text());
    }

    private static boolean contains(Side left, Side right) {
        return switch (left.value()) {
            case ListValue list ->
                list.values().stream().anyMatch(item -> areEqual(new Side(item, left.isQuoted()), right));
            case ObjectValue object -> object.field(right.text()).isPresent();
            default -> left.text().contains(right.text());
        };
    }

    /**
     * One side of a comparison.
     *
     * @param isQuoted whether the author wrote it in quotes, so that it is a text even when it reads as a number
     */
    record Side(Value value, boolean isQuoted) {

        private static final int LONGEST_NUMBER = 40;

        String text() {
            return value.text().strip();
        }

        Optional<BigDecimal> number() {
            return switch (value) {
                case Value.NumberValue number -> Optional.of(number.value());
                case Value.StringValue ignored when !isQuoted -> Numbers.read(text(), LONGEST_NUMBER);
                default -> Optional.empty();
            };
        }

        /** Whether it stands for yes on its own: no empty text, no text "false", not 0, nothing empty. */
        boolean isTrue() {
            return switch (value) {
                case BoolValue bool -> bool.value();
                case Value.NumberValue number -> number.value().signum() != 0;
                case ListValue list -> !list.values().isEmpty();
                case ObjectValue object -> !object.fields().isEmpty();
                case Value.NullValue ignored -> false;
                case Value.StringValue ignored -> !text().isEmpty() && !text().equalsIgnoreCase("false");
            };
        }
    }
}
