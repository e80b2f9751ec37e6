package dev.atelier.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads a value of any kind, or only of the kind {@code V}. Depth is bounded by Jackson's
 * {@link com.fasterxml.jackson.core.StreamReadConstraints}.
 */
final class ValueDeserializer<V extends Value> extends StdDeserializer<V> {

    private static final long serialVersionUID = 1L;

    private final Class<V> kind;

    ValueDeserializer(Class<V> kind) {
        super(kind);
        this.kind = kind;
    }

    @Override
    public V deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (kind == ObjectValue.class && json.currentToken() != JsonToken.START_OBJECT) {
            return kind.cast(context.handleUnexpectedToken(kind, json));
        }
        return kind.cast(value(json));
    }

    /** A value that is written {@code null}, as opposed to one that is not written. */
    @Override
    public V getNullValue(DeserializationContext context) throws JsonMappingException {
        if (kind == ObjectValue.class) {
            return context.reportInputMismatch(this, "must be an object, not null");
        }
        return kind.cast(NullValue.NULL);
    }

    private static Value value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> Value.of(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(json.getDecimalValue());
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NULL -> NullValue.NULL;
            default -> throw new IllegalStateException("no value begins with " + json.currentToken());
        };
    }

    private static Value object(JsonParser json) throws IOException {
        var fields = new LinkedHashMap<String, Value>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new ObjectValue(fields);
    }

    private static Value list(JsonParser json) throws IOException {
        var values = new ArrayList<Value>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return new ListValue(values);
    }
}
