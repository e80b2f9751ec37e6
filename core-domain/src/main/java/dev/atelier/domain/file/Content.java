package dev.atelier.domain.file;

import java.util.regex.Pattern;

/**
 * What is known of bytes that have been stored.
 *
 * @param size in bytes
 * @param sha256 their SHA-256 (FIPS 180-4), 64 lower-case hexadecimal digits
 */
public record Content(long size, String sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException for a negative size or a malformed digest */
    public Content {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
        }
    }
}
