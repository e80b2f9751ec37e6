package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import java.util.Optional;

/**
 * Something that a run is told when it starts.
 *
 * @param fallback what it is when the run is not told; a value of {@code type}
 */
public record InputVariable(String name, Type type, boolean required, Optional<Value> fallback, String description) {

    /** What kind of value; spelled outside in lower case. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN;

        public boolean admits(Value value) {
            return switch (this) {
                case TEXT -> value instanceof Value.StringValue;
                case NUMBER -> value instanceof Value.NumberValue;
                case BOOLEAN -> value instanceof Value.BoolValue;
            };
        }
    }
}
