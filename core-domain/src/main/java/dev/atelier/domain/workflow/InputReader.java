package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a start node asks for. */
final class InputReader {

    private InputReader() {}

    static List<InputVariable> read(DataReader data) {
        var names = new HashSet<String>();
        return data.objects("inputVariables", "input_variables").stream()
                .map(variable -> input(variable, names))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<InputVariable> input(DataReader variable, Set<String> names) {
        var name = variable.text("name").orElse("");
        if (!NodeId.isLegal(name)) {
            variable.invalid("inputVariables", "needs a name of letters, digits, _ or - for each input");
            return Optional.empty();
        }
        if (!names.add(name)) {
            variable.invalid("inputVariables", "names \"%s\" twice".formatted(name));
            return Optional.empty();
        }
        var type = variable.choice(InputVariable.Type.values(), "type").orElse(InputVariable.Type.TEXT);
        return Optional.of(new InputVariable(
                name,
                type,
                variable.flag(false, "required"),
                fallback(variable, name, type),
                variable.text("description").orElse("")));
    }

    private static Optional<Value> fallback(DataReader variable, String name, InputVariable.Type type) {
        var fallback = variable.any("default", "defaultValue");
        if (fallback.isPresent() && !type.admits(fallback.get())) {
            variable.invalid(
                    "inputVariables",
                    "gives \"%s\" a default that is not of its type %s"
                            .formatted(name, type.name().toLowerCase(Locale.ROOT)));
            return Optional.empty();
        }
        return fallback;
    }
}
