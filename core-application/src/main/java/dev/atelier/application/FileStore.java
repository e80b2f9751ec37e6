package dev.atelier.application;

import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/** Brings the bytes of files to blob storage, and says what they were. */
final class FileStore {

    /** What a browser shows without running anything; everything else is served to be saved. */
    private static final Set<String> SHOWN_INLINE = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "application/pdf",
            "text/plain",
            "audio/mpeg",
            "video/mp4");

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
        blobs.put(file.key(), measured, properties(file.details()));
        return measured.content();
    }

    private static BlobProperties properties(FileDetails details) {
        var mediaType = details.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new BlobProperties(details.contentType(), details.name(), SHOWN_INLINE.contains(mediaType));
    }
}
