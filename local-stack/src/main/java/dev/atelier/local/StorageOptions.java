package dev.atelier.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a local S3 endpoint is started.
 *
 * @param port port on the loopback interface, 0 for any that is free
 * @param dataDirectory where objects are kept between starts; empty: in a temporary directory that goes with the server
 * @param bucket name of the bucket that is there from the start
 */
public record StorageOptions(int port, Optional<Path> dataDirectory, String bucket) {

    /** The bucket of {@link #temporary()} and {@link #keptIn(Path, int)}. */
    public static final String DEFAULT_BUCKET = "atelier";

    public StorageOptions {
        Port.requireValid(port);
    }

    /** An endpoint that forgets everything, on any free port. */
    public static StorageOptions temporary() {
        return new StorageOptions(0, Optional.empty(), DEFAULT_BUCKET);
    }

    /** An endpoint that keeps its objects, on the given port. */
    public static StorageOptions keptIn(Path dataDirectory, int port) {
        return new StorageOptions(port, Optional.of(dataDirectory), DEFAULT_BUCKET);
    }
}
