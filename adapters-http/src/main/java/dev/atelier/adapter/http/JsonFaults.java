package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words what Jackson complains about, without the names of our classes. */
final class JsonFaults {

    private JsonFaults() {}

    static String describe(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "The field %s is unknown%s.".formatted(path(unknown), position(unknown));
            case MismatchedInputException wrong -> wrongType(wrong);
            case JsonMappingException other -> "The field %s cannot be read%s.".formatted(path(other), position(other));
            default -> "The body is not valid JSON%s: %s.".formatted(position(fault), firstLine(fault));
        };
    }

    private static String wrongType(MismatchedInputException wrong) {
        var field = path(wrong);
        return field.isEmpty()
                ? "The body must be a JSON object%s.".formatted(position(wrong))
                : "The field %s must be %s%s.".formatted(field, expected(wrong.getTargetType()), position(wrong));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == BigDecimal.class) {
            return "a number";
        } else if (type == ObjectValue.class) {
            return "an object";
        }
        return "of another type";
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> Optional.ofNullable(step.getFieldName()).orElseGet(() -> "[" + step.getIndex() + "]"))
                .collect(Collectors.joining("."));
    }

    private static String position(JsonProcessingException fault) {
        return Optional.ofNullable(fault.getLocation())
                .filter(location -> location.getLineNr() > 0)
                .map(location -> " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()))
                .orElse("");
    }

    private static String firstLine(JsonProcessingException fault) {
        return fault.getOriginalMessage().lines().findFirst().orElse("");
    }
}
