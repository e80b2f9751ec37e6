package dev.atelier.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a local Redis is started.
 *
 * @param port port on the loopback interface, 0 for any that is free
 * @param dataDirectory where its data is kept between starts, in an append-only file; empty: it is kept in memory alone
 */
public record RedisOptions(int port, Optional<Path> dataDirectory) {

    public RedisOptions {
        Port.requireValid(port);
    }

    /** A server that forgets everything, on any free port. */
    public static RedisOptions temporary() {
        return new RedisOptions(0, Optional.empty());
    }

    /** A server that keeps its data, on the given port. */
    public static RedisOptions keptIn(Path dataDirectory, int port) {
        return new RedisOptions(port, Optional.of(dataDirectory));
    }
}
