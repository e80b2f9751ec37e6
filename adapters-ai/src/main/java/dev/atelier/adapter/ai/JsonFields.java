package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;
import java.util.Optional;

/** The object that a model was asked for, which some wrap into a code fence or a sentence all the same. */
final class JsonFields {

    private JsonFields() {}

    /** From the first brace to the last; empty when that is no object. */
    static Optional<ObjectValue> of(String text) {
        int begin = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValueJson.readObject(text.substring(begin, end + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
