package dev.atelier.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.atelier.domain.value.Value;
import java.io.IOException;

final class ValueSerializer extends StdSerializer<Value> {

    private static final long serialVersionUID = 1L;

    ValueSerializer() {
        super(Value.class);
    }

    @Override
    public void serialize(Value value, JsonGenerator json, SerializerProvider provider) throws IOException {
        switch (value) {
            case Value.StringValue string -> json.writeString(string.value());
            case Value.NumberValue number -> json.writeNumber(number.value());
            case Value.BoolValue bool -> json.writeBoolean(bool.value());
            case Value.NullValue ignored -> json.writeNull();
            case Value.ListValue list -> {
                json.writeStartArray();
                for (var item : list.values()) {
                    serialize(item, json, provider);
                }
                json.writeEndArray();
            }
            case Value.ObjectValue object -> {
                json.writeStartObject();
                for (var field : object.fields().entrySet()) {
                    json.writeFieldName(field.getKey());
                    serialize(field.getValue(), json, provider);
                }
                json.writeEndObject();
            }
        }
    }
}
