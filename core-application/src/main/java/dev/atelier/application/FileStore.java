package dev.atelier.application;

import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.port.out.file.BlobStorage;
import java.io.InputStream;

/** Brings the bytes of files to blob storage, and says what they were. */
final class FileStore {

    private final BlobStorage blobs;
    private final long maxBytes;

    FileStore(BlobStorage blobs, long maxBytes) {
        this.blobs = blobs;
        this.maxBytes = maxBytes;
    }

    /**
     * Stores {@code body}, read to its end, as the object of {@code file}.
     *
     * @throws dev.atelier.domain.error.DomainException.TooLarge when there is more than the limit
     */
    Content transfer(StoredFile file, InputStream body) {
        var measured = new MeasuredInputStream(body, maxBytes);
        blobs.put(file.key(), measured, Presentation.of(file.details()));
        return measured.content();
    }
}
