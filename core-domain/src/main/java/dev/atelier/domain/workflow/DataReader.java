package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault.Code;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.BoolValue;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.value.Value.StringValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Typed access to the {@code data} of a node. What is missing or of the wrong type is reported, and replaced by something
 * harmless so that reading goes on. A field that holds null counts as missing.
 */
class DataReader {

    /** Stands in for a condition that cannot be read. */
    private static final Condition NEVER = new Condition.Truth(new Operand.Constant(Value.of(false), false));

    private final NodeId node;
    private final ObjectValue data;
    private final FaultCollector faults;

    DataReader(NodeId node, ObjectValue data, FaultCollector faults) {
        this.node = node;
        this.data = data;
        this.faults = faults;
    }

    /** The first of {@code names} that is there. */
    Optional<Value> any(String... names) {
        for (var name : names) {
            var value = data.field(name).filter(found -> !(found instanceof NullValue));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    Optional<String> text(String... names) {
        return any(names).flatMap(value -> {
            if (value instanceof StringValue string) {
                return Optional.of(string.value());
            }
            invalid(names[0], "must be a text");
            return Optional.empty();
        });
    }

    Template template(String... names) {
        return text(names).map(Template::parse).orElse(Template.EMPTY);
    }

    Template requiredTemplate(String... names) {
        if (any(names).isEmpty() || text(names).filter(String::isBlank).isPresent()) {
            faults.error(node, Code.MISSING_FIELD, "\"%s\" is required".formatted(names[0]));
        }
        return template(names);
    }

    /** The value of that name, unless it is missing or an empty text, which forms write for what was not filled in. */
    Optional<Value> filled(String name) {
        return any(name)
                .filter(value ->
                        !(value instanceof StringValue text && text.value().isBlank()));
    }

    Condition requiredCondition(String name) {
        var written = filled(name);
        if (written.isEmpty()) {
            missing(name, "is required");
            return NEVER;
        }
        try {
            return ConditionReader.read(written.get());
        } catch (ConditionSyntaxException e) {
            invalid(name, e.getMessage());
            return NEVER;
        }
    }

    /**
     * The document that an attachment is about.
     *
     * @param what {@code document} or {@code image}, with which its fields begin
     * @param ids the field in which the step that makes it tells its id, for a reference that names the step alone
     */
    Attachable attachable(String what, String ids) {
        var id = text(what + "Id", what + "_id").filter(text -> !text.isBlank());
        var made = text(what + "_ref", what + "Ref").filter(text -> !text.isBlank());
        boolean inProject = text(what + "Source", what + "_source")
                .map("from_project"::equals)
                .orElse(made.isEmpty());
        if (inProject && id.isPresent()) {
            return new Attachable.InProject(Template.parse(id.get()));
        }
        if (!inProject && made.isPresent()) {
            return new Attachable.Made(Reference.whole(made.get()).orField(ids));
        }
        missing(inProject && made.isPresent() ? what + "Id" : what + "_ref", "is required");
        return new Attachable.InProject(Template.EMPTY);
    }

    boolean flag(boolean fallback, String... names) {
        return any(names)
                .map(value -> {
                    if (value instanceof BoolValue bool) {
                        return bool.value();
                    }
                    invalid(names[0], "must be true or false");
                    return fallback;
                })
                .orElse(fallback);
    }

    BigDecimal number(String name, String fallback, long min, long max) {
        return number(name, min, max).orElseGet(() -> new BigDecimal(fallback));
    }

    OptionalInt wholeNumber(long min, int max, String... names) {
        for (var name : names) {
            var number = number(name, min, max);
            if (number.isPresent()) {
                var stripped = number.get().stripTrailingZeros();
                if (stripped.scale() > 0) {
                    invalid(name, "must be a whole number");
                    return OptionalInt.empty();
                }
                return OptionalInt.of(stripped.intValueExact());
            }
        }
        return OptionalInt.empty();
    }

    private Optional<BigDecimal> number(String name, long min, long max) {
        return any(name).flatMap(value -> {
            if (value instanceof NumberValue number
                    && number.value().compareTo(BigDecimal.valueOf(min)) >= 0
                    && number.value().compareTo(BigDecimal.valueOf(max)) <= 0) {
                return Optional.of(number.value());
            }
            invalid(name, "must be a number from %d to %d".formatted(min, max));
            return Optional.empty();
        });
    }

    /** The objects of a list; none when it is missing. */
    List<DataReader> objects(String... names) {
        return any(names)
                .map(value -> {
                    if (value instanceof ListValue list
                            && list.values().stream().allMatch(ObjectValue.class::isInstance)) {
                        return list.values().stream()
                                .map(item -> new DataReader(node, (ObjectValue) item, faults))
                                .toList();
                    }
                    invalid(names[0], "must be a list of objects");
                    return List.<DataReader>of();
                })
                .orElse(List.of());
    }

    /** The texts of a list, or of a text with commas; none when it is missing. */
    List<String> texts(String... names) {
        return any(names)
                .map(value -> {
                    if (value instanceof ListValue list
                            && list.values().stream().allMatch(StringValue.class::isInstance)) {
                        return list.values().stream().map(Value::text);
                    }
                    if (value instanceof StringValue text) {
                        return Arrays.stream(text.value().split(","));
                    }
                    invalid(names[0], "must be a list of texts");
                    return Stream.<String>empty();
                })
                .orElse(Stream.empty())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The constant that is written like one of {@code choices} in lower case. */
    <E extends Enum<E>> Optional<E> choice(E[] choices, String... names) {
        return text(names).flatMap(written -> {
            var found = Arrays.stream(choices)
                    .filter(choice -> spelled(choice).equals(written))
                    .findFirst();
            if (found.isEmpty()) {
                invalid(
                        names[0],
                        "must be one of "
                                + Arrays.stream(choices)
                                        .map(DataReader::spelled)
                                        .toList());
            }
            return found;
        });
    }

    private static String spelled(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    void missing(String name, String why) {
        faults.error(node, Code.MISSING_FIELD, "\"%s\" %s".formatted(name, why));
    }

    void invalid(String name, String why) {
        faults.error(node, Code.INVALID_FIELD, "\"%s\" %s".formatted(name, why));
    }
}
