package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes what the core takes of what a body says. What is missing is told together with what breaks a rule: for a missing
 * field something legal stands in while the rules of the others are looked at.
 */
final class Fields {

    private final List<Violation> faults = new ArrayList<>();

    <T> T required(String field, Optional<T> given, T standIn) {
        if (given.isEmpty()) {
            faults.add(new Violation(field, "is required"));
        }
        return given.orElse(standIn);
    }

    /** The constant that is spelled so, in lower case. */
    <E extends Enum<E>> Optional<E> choice(String field, Optional<String> given, Class<E> type) {
        var constants = type.getEnumConstants();
        var chosen = given.flatMap(text -> Arrays.stream(constants)
                .filter(constant -> spelled(constant).equals(text))
                .findFirst());
        if (given.isPresent() && chosen.isEmpty()) {
            faults.add(new Violation(
                    field,
                    "must be one of "
                            + Arrays.stream(constants).map(Fields::spelled).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    void reject(String field, String why) {
        faults.add(new Violation(field, why));
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What {@code construct} makes.
     *
     * @throws DomainException.ValidationFailed with all that was found wrong, here and there
     */
    <T> T build(Supplier<T> construct) {
        try {
            var built = construct.get();
            if (faults.isEmpty()) {
                return built;
            }
        } catch (DomainException.ValidationFailed invalid) {
            faults.addAll(invalid.violations());
        }
        throw new DomainException.ValidationFailed(faults);
    }
}
