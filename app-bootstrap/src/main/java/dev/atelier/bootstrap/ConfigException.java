package dev.atelier.bootstrap;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; everything that is wrong with them is told. */
final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(List<ConfigFault> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining("\n", "wrong configuration:\n", "")));
    }
}
