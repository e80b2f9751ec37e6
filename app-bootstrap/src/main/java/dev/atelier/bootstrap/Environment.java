package dev.atelier.bootstrap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads environment variables, and collects what is wrong with them. A variable that is set to nothing counts as not set: it
 * is how compose files write that. After a fault, reading goes on with a stand-in that nobody will ever use, because
 * {@link #orThrow()} comes before.
 */
final class Environment {

    private final Map<String, String> variables;
    private final List<ConfigFault> faults = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A variable that must be set. {@code read} throws IllegalArgumentException with what is wrong, without secrets. */
    <T> T required(String name, String example, Function<String, T> read, T standIn) {
        return find(name)
                .map(value -> read(name, value, example, read, standIn))
                .orElseGet(() -> {
                    fault(name, "is not set", "Set it, for example " + example);
                    return standIn;
                });
    }

    <T> Optional<T> optional(String name, String example, Function<String, T> read) {
        return find(name).flatMap(value -> read(name, value, example, read.andThen(Optional::of), Optional.empty()));
    }

    private <T> T read(String name, String value, String example, Function<String, T> read, T standIn) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()), "Set it, for example " + example);
            return standIn;
        }
    }

    long number(String name, long fallback, long min, long max) {
        return optional(name, Long.toString(fallback), value -> number(value, min, max))
                .orElse(fallback);
    }

    private static long number(String value, long min, long max) {
        if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) < min || Long.parseLong(value) > max) {
            throw new IllegalArgumentException("must be a whole number from %d to %d".formatted(min, max));
        }
        return Long.parseLong(value);
    }

    /** One of {@code choices}; also what is none of them, once that is noted, so that nothing is concluded from it. */
    String choice(String name, String fallback, String... choices) {
        var value = find(name).orElse(fallback);
        if (!Set.of(choices).contains(value)) {
            fault(name, "must be one of " + Arrays.toString(choices), "Set it, for example " + fallback);
        }
        return value;
    }

    /** An absolute address of the web. */
    static URI webAddress(String value) {
        try {
            var uri = new URI(value);
            if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                throw new IllegalArgumentException("must begin with https:// and name a host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not an address", e);
        }
    }

    void fault(String variable, String problem, String remedy) {
        faults.add(new ConfigFault(variable, problem, remedy));
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigException with all faults, if there are any
     */
    void orThrow() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}
