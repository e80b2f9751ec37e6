package dev.atelier.domain.value;

import dev.atelier.domain.value.Value.BoolValue;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.value.Value.StringValue;
import java.nio.charset.StandardCharsets;

/** How large values are when they are written as JSON without blanks, in bytes of UTF-8. */
final class JsonSize {

    private static final int ESCAPED = 2;
    private static final int ESCAPED_BY_NUMBER = 6;

    private JsonSize() {}

    static long of(Value value) {
        return switch (value) {
            case StringValue string -> of(string.value());
            case NumberValue number -> number.value().toString().length();
            case BoolValue bool -> Boolean.toString(bool.value()).length();
            case NullValue ignored -> "null".length();
            case ListValue list ->
                around(list.values().size())
                        + list.values().stream().mapToLong(JsonSize::of).sum();
            case ObjectValue object ->
                around(object.fields().size())
                        + object.fields().entrySet().stream()
                                .mapToLong(field -> of(field.getKey()) + ":".length() + of(field.getValue()))
                                .sum();
        };
    }

    /** Brackets, and the commas between. */
    private static long around(int items) {
        return 2L + Math.max(0, items - 1);
    }

    private static long of(String text) {
        long quotes = 2;
        return quotes
                + text.getBytes(StandardCharsets.UTF_8).length
                + text.chars().mapToLong(JsonSize::moreWhenEscaped).sum();
    }

    private static long moreWhenEscaped(int character) {
        return switch (character) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> ESCAPED - 1;
            default -> character < ' ' ? ESCAPED_BY_NUMBER - 1 : 0;
        };
    }
}
