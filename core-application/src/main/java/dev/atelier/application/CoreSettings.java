package dev.atelier.application;

/**
 * What an operator decides about the core.
 *
 * @param uploadMaxBytes how large a file may be, in bytes
 */
public record CoreSettings(long uploadMaxBytes) {

    public static final CoreSettings DEFAULT = new CoreSettings(100L * 1024 * 1024);

    /** @throws IllegalArgumentException when a limit is not above 0 */
    public CoreSettings {
        if (uploadMaxBytes < 1) {
            throw new IllegalArgumentException("uploadMaxBytes must be at least 1, not " + uploadMaxBytes);
        }
    }
}
