package dev.atelier.local;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a local PostgreSQL is started.
 *
 * @param port port on the loopback interface, 0 for any that is free
 * @param dataDirectory where its data is kept between starts; empty: in a temporary directory that goes with the server,
 *     written without waiting for the disk
 * @param timeZone the server's time zone; the JDBC driver replaces it with that of its JVM in every connection
 * @param collation the default collation of its databases, as a language tag that ICU knows; decides about a new data
 *     directory and has no effect on an old one
 */
public record PostgresOptions(int port, Optional<Path> dataDirectory, ZoneId timeZone, String collation) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    public PostgresOptions {
        Port.requireValid(port);
    }

    /** A server that forgets everything: any free port, UTC and {@code en-US}, as at Supabase. */
    public static PostgresOptions temporary() {
        return new PostgresOptions(0, Optional.empty(), UTC, "en-US");
    }

    /** A server that keeps its data: the given port, UTC and {@code en-US}, as at Supabase. */
    public static PostgresOptions keptIn(Path dataDirectory, int port) {
        return new PostgresOptions(port, Optional.of(dataDirectory), UTC, "en-US");
    }

    /**
     * A server for tests: temporary, in a time zone whose offset changes and is no whole hour, and with the Turkish
     * collation, where {@code lower('I')} is not {@code i}. What depends on either by accident fails here.
     */
    public static PostgresOptions hostile() {
        return new PostgresOptions(0, Optional.empty(), ZoneId.of("America/St_Johns"), "tr-TR");
    }
}
