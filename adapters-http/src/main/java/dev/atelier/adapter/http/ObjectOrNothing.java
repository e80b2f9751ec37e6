package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.io.IOException;

/** Reads an object that may be missing: in a request, a field that is null is one that was not given. */
final class ObjectOrNothing extends StdDeserializer<ObjectValue> {

    private static final long serialVersionUID = 1L;

    ObjectOrNothing() {
        super(ObjectValue.class);
    }

    @Override
    public ObjectValue deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.currentToken() == JsonToken.START_OBJECT
                ? (ObjectValue) context.readValue(json, Value.class)
                : (ObjectValue) context.handleUnexpectedToken(ObjectValue.class, json);
    }
}
