package dev.atelier.domain.run;

import dev.atelier.domain.error.Validation;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.InputVariable;
import dev.atelier.domain.workflow.Node;
import java.util.LinkedHashMap;
import java.util.Locale;

/** What a run is told, held against what its workflow asks for. */
public final class RunInputs {

    private RunInputs() {}

    /**
     * The inputs of a run, defaults filled in. An optional input that is not given and has no default is empty text.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed with every input that is missing, of the wrong
     *     type or unknown
     */
    public static ObjectValue complete(Node.Start start, ObjectValue given) {
        var validation = new Validation();
        var complete = new LinkedHashMap<String, Value>();
        for (var input : start.inputs()) {
            complete.put(input.name(), value(input, given, validation));
        }
        given.fields().keySet().stream()
                .filter(name -> !complete.containsKey(name))
                .forEach(name -> validation.reject("inputs." + name, "the workflow has no such input"));
        validation.orThrow();
        return new ObjectValue(complete);
    }

    private static Value value(InputVariable input, ObjectValue given, Validation validation) {
        var field = "inputs." + input.name();
        var told = given.field(input.name()).filter(value -> !(value instanceof NullValue));
        told.ifPresent(value -> validation.require(
                input.type().admits(value),
                field,
                "must be a " + input.type().name().toLowerCase(Locale.ROOT)));
        var value = told.or(input::fallback);
        validation.require(value.isPresent() || !input.required(), field, "is required");
        return value.orElse(Value.of(""));
    }
}
