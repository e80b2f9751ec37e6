package dev.atelier.bootstrap;

import java.util.Optional;

/** Which version this is. */
final class Version {

    private Version() {}

    /** The version in the jar's manifest; {@code development} when there is no jar. */
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
