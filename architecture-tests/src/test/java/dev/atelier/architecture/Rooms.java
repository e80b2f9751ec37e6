package dev.atelier.architecture;

import java.util.List;
import java.util.stream.Stream;

/** The rooms that several rules speak of. */
final class Rooms {
    /** Adapters that the core calls, as opposed to the one that calls the core. */
    static final List<String> DRIVEN_ADAPTERS = List.of(
            "adapter.postgres",
            "adapter.r2",
            "adapter.redis",
            "adapter.ai",
            "adapter.media",
            "adapter.text",
            "adapter.minilm",
            "adapter.brevo");

    static final List<String> ADAPTERS = and(DRIVEN_ADAPTERS, "adapter.http");

    /** What never is in a production image. */
    static final List<String> NOT_PRODUCTION = List.of("local", "testkit", "example", "adapter.minilm");

    /** What is in one. */
    static final List<String> PRODUCTION =
            and(ADAPTERS, "domain", "port.in", "port.out", "application", "json", "web", "bootstrap").stream()
                    .filter(room -> !NOT_PRODUCTION.contains(room))
                    .toList();

    static final List<String> ALL = and(PRODUCTION, NOT_PRODUCTION.toArray(String[]::new));

    private Rooms() {}

    private static List<String> and(List<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).toList();
    }
}
