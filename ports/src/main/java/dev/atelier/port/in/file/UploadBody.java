package dev.atelier.port.in.file;

import java.io.InputStream;
import java.util.Optional;

/**
 * The bytes of an upload.
 *
 * @param likelySize how many they most likely are, if anything is known of that. Uploads are quicker when it is right, and
 *     the same in all else when it is wrong. So many may be sent to storage even when there are fewer.
 */
public record UploadBody(InputStream bytes, Optional<Long> likelySize) {

    /** Of which nothing is known. */
    public static UploadBody of(InputStream bytes) {
        return new UploadBody(bytes, Optional.empty());
    }
}
