package dev.atelier.domain.value;

import java.util.stream.Collectors;

/** How values read inside a text. */
final class ValueText {

    private ValueText() {}

    static String of(Value value) {
        return switch (value) {
            case Value.StringValue string -> string.value();
            case Value.NumberValue number -> number.value().toPlainString();
            case Value.BoolValue bool -> Boolean.toString(bool.value());
            case Value.NullValue ignored -> "";
            case Value.ListValue list ->
                list.values().stream().map(ValueText::of).collect(Collectors.joining("\n"));
            case Value.ObjectValue object ->
                object.fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + of(field.getValue()))
                        .collect(Collectors.joining("\n"));
        };
    }
}
