package dev.atelier.application;

import java.net.URI;
import java.util.Optional;

/**
 * What an operator decides about the core.
 *
 * @param uploadMaxBytes how large a file may be, in bytes
 * @param frontend the origin that links in mails lead to: {@code https://app.example.com}; empty for mails without links
 */
public record CoreSettings(long uploadMaxBytes, Optional<URI> frontend) {

    public static final CoreSettings DEFAULT = new CoreSettings(100L * 1024 * 1024, Optional.empty());

    /** @throws IllegalArgumentException when a limit is not above 0 */
    public CoreSettings {
        if (uploadMaxBytes < 1) {
            throw new IllegalArgumentException("uploadMaxBytes must be at least 1, not " + uploadMaxBytes);
        }
    }

    public CoreSettings withUploadMaxBytes(long bytes) {
        return new CoreSettings(bytes, frontend);
    }

    public CoreSettings withFrontend(URI origin) {
        return new CoreSettings(uploadMaxBytes, Optional.of(origin));
    }
}
