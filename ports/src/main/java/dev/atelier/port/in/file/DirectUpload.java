package dev.atelier.port.in.file;

import dev.atelier.domain.file.FileId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A place for a file that its owner's program sends by itself, by {@code PUT}.
 *
 * @param headers what the request has to carry, to the letter, beside its {@code Content-Length}
 * @param expiresAt until when it can be sent
 */
public record DirectUpload(FileId file, URI url, Map<String, String> headers, Instant expiresAt) {

    public DirectUpload {
        headers = Map.copyOf(headers);
    }
}
