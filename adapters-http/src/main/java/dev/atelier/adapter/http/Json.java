package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueModule;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.stream.Stream;

/** How bodies are written and read: to the letter of RFC 8259, and nothing is guessed. */
final class Json {

    static final String MEDIA_TYPE = "application/json";

    static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new ValueModule())
                .addModule(
                        new SimpleModule("atelier-requests").addDeserializer(ObjectValue.class, new ObjectOrNothing()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // The answer is sent when it is complete or the buffer is full, not earlier.
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> Stream.of(
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float,
                                        CoercionInputShape.Boolean)
                                .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
                .build();
    }

    /** Answers with the JSON of {@code view}, which is sent while it is written when it is large. */
    static void send(Context ctx, int status, Object view) throws IOException {
        ctx.status(status).contentType(MEDIA_TYPE);
        MAPPER.writeValue(ctx.res().getOutputStream(), view);
    }

    static byte[] bytes(Object view) {
        try {
            return MAPPER.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("views have a JSON form", impossible);
        }
    }

    static String text(Object view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("views have a JSON form", impossible);
        }
    }
}
