package dev.atelier.port.in.file;

import dev.atelier.domain.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file, and its bytes or a range of them.
 *
 * @param size how many bytes {@code body} gives
 */
public record FileContent(StoredFile file, InputStream body, long size) implements AutoCloseable {

    /** Ends the transfer, also before its end. */
    @Override
    public void close() throws IOException {
        body.close();
    }
}
