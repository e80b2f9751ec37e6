package dev.atelier.application;

import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.port.in.file.UploadBody;
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

    /** The same for a body of which nothing is known. */
    Content transfer(StoredFile file, InputStream body) {
        return transfer(file, UploadBody.of(body));
    }

    /**
     * Stores {@code body}, read to its end, as the object of {@code file}.
     *
     * @throws dev.atelier.domain.error.DomainException.TooLarge when there is more than the limit
     */
    Content transfer(StoredFile file, UploadBody body) {
        var measured = new MeasuredInputStream(body.bytes(), maxBytes);
        var properties = Presentation.of(file.details());
        if (body.likelySize().isPresent()) {
            blobs.put(file.key(), measured, body.likelySize().get(), properties);
        } else {
            blobs.put(file.key(), measured, properties);
        }
        return measured.content();
    }
}
