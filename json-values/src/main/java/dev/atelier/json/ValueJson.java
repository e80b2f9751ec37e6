package dev.atelier.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;

/** Values as JSON text. */
public final class ValueJson {

    /** Its buffers are shared: by default each thread keeps its own, 16 KiB, and there are as many threads as streams of events. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
            .build();

    private static final JsonMapper MAPPER =
            JsonMapper.builder(FACTORY).addModule(new ValueModule()).build();

    private ValueJson() {}

    /** The shortest JSON text of {@code value}. */
    public static String write(Value value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("values have a JSON form", impossible);
        }
    }

    /**
     * Reads a JSON text.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Value read(String json) {
        return read(json, Value.class);
    }

    /**
     * Reads a JSON text that is an object.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static ObjectValue readObject(String json) {
        return read(json, ObjectValue.class);
    }

    private static <V extends Value> V read(String json, Class<V> kind) {
        try {
            return MAPPER.readValue(json, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of a value: " + e.getOriginalMessage(), e);
        }
    }
}
