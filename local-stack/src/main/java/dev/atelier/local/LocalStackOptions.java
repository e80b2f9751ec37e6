package dev.atelier.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a local stack is started. A port of 0 means any that is free.
 *
 * @param dataDirectory where everything is kept between starts; empty: nothing is kept
 * @param supabasePort port of the local Supabase
 * @param postgresPort port of PostgreSQL
 * @param redisPort port of Redis
 * @param storagePort port of the S3 endpoint
 */
public record LocalStackOptions(
        Optional<Path> dataDirectory, int supabasePort, int postgresPort, int redisPort, int storagePort) {

    public static final int DEFAULT_SUPABASE_PORT = 54_321;
    public static final int DEFAULT_POSTGRES_PORT = 54_322;
    public static final int DEFAULT_REDIS_PORT = 56_379;
    public static final int DEFAULT_STORAGE_PORT = 59_000;

    public LocalStackOptions {
        Port.requireValid(supabasePort);
        Port.requireValid(postgresPort);
        Port.requireValid(redisPort);
        Port.requireValid(storagePort);
    }

    /** A stack that keeps its data, on the default ports. */
    public static LocalStackOptions keptIn(Path dataDirectory) {
        return new LocalStackOptions(
                Optional.of(dataDirectory),
                DEFAULT_SUPABASE_PORT,
                DEFAULT_POSTGRES_PORT,
                DEFAULT_REDIS_PORT,
                DEFAULT_STORAGE_PORT);
    }

    /** A stack that forgets everything, on any free ports. */
    public static LocalStackOptions temporary() {
        return new LocalStackOptions(Optional.empty(), 0, 0, 0, 0);
    }

    /** The place of one of the servers in the data directory. */
    Optional<Path> data(String name) {
        return dataDirectory.map(directory -> directory.resolve(name));
    }
}
