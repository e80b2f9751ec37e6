package dev.atelier.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;

/** Teaches a Jackson mapper to read and write {@link Value}s. Numbers keep their digits; the order of fields stays. */
public final class ValueModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public ValueModule() {
        super("atelier-values");
        addSerializer(Value.class, new ValueSerializer());
        addDeserializer(Value.class, new ValueDeserializer<>(Value.class));
        addDeserializer(ObjectValue.class, new ValueDeserializer<>(ObjectValue.class));
    }
}
