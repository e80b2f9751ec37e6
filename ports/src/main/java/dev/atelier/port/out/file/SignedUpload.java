package dev.atelier.port.out.file;

import java.net.URI;
import java.util.Map;

/**
 * An address to which whoever has it can {@code PUT} one object for a while.
 *
 * @param headers what the request has to carry, to the letter; {@code Content-Length} is among what is signed and not here,
 *     because clients set it by themselves
 */
public record SignedUpload(URI url, Map<String, String> headers) {

    public SignedUpload {
        headers = Map.copyOf(headers);
    }
}
