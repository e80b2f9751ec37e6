package dev.atelier.domain.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dynamically typed, immutable value: what a workflow definition, the inputs of a run and the outputs of its steps are
 * made of. The six cases are those of RFC 8259 (JSON); the names are those of {@code google.protobuf.Value}. How a value
 * is written down is the business of adapters.
 */
public sealed interface Value {

    record StringValue(String value) implements Value {}

    /** A number with the precision it was written with: costs and prices must not pass through floating point. */
    record NumberValue(BigDecimal value) implements Value {}

    record BoolValue(boolean value) implements Value {}

    record ListValue(List<Value> values) implements Value {
        public ListValue {
            values = List.copyOf(values);
        }
    }

    /** Named fields, in the order in which they were given. */
    record ObjectValue(Map<String, Value> fields) implements Value {

        /** Without any field. */
        public static final ObjectValue EMPTY = new ObjectValue(Map.of());

        public ObjectValue {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The field of that name; empty when there is none, a {@link NullValue} when there is one that holds null. */
        public Optional<Value> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** A copy in which {@code name} holds {@code value}. */
        public ObjectValue with(String name, Value value) {
            var copy = new LinkedHashMap<>(fields);
            copy.put(name, value);
            return new ObjectValue(copy);
        }
    }

    /** The absence that the outside wrote down explicitly. */
    enum NullValue implements Value {
        NULL
    }

    static Value of(String value) {
        return new StringValue(value);
    }

    static Value of(long value) {
        return new NumberValue(BigDecimal.valueOf(value));
    }

    static Value of(BigDecimal value) {
        return new NumberValue(value);
    }

    static Value of(boolean value) {
        return new BoolValue(value);
    }

    static Value of(List<? extends Value> values) {
        return new ListValue(List.copyOf(values));
    }

    /** The value as it reads inside a prompt: a string bare, a number plain, a list one line an item, an object one line a field. */
    default String text() {
        return ValueText.of(this);
    }

    /** How large the value is as JSON without blanks, in bytes of UTF-8. */
    default long jsonSize() {
        return JsonSize.of(this);
    }
}
