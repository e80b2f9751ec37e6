package dev.atelier.port.out.file;

import dev.atelier.domain.file.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the bytes of files are: one bucket of an S3 service, readable by everybody who knows a key.
 *
 * <p>Memory does not grow with the size of an object. All calls may throw {@link dev.atelier.port.PortFailure}:
 * {@code Retryable} (unreachable, too many requests, 5xx), {@code Permanent} (refused: credentials, bucket), and
 * {@code OutcomeUnknown} from {@link #put}. Adapters retry within bounds what is safe to retry, so callers need not.
 */
public interface BlobStorage {

    /** How many objects one call takes or gives. */
    int MAX_PAGE = 1000;

    /** What R2 takes in one request: 4.995 GiB. */
    long MAX_SIGNED_UPLOAD_BYTES = 4_995L * 1024 * 1024 * 1024 / 1000;

    /**
     * Stores {@code body}, read to its end, under {@code key}. An object of that key is replaced as a whole: readers see
     * the old one or the new one. When this throws, readers still see what was there before, except after
     * {@code OutcomeUnknown}; parts of an unfinished transfer are cleaned up.
     *
     * <p>An exception of {@code body.read} ends the transfer and goes on to the caller as it is (an {@link
     * java.io.IOException} inside an {@link java.io.UncheckedIOException}). {@code body} is not closed.
     *
     * @param properties how the object is served
     */
    void put(ObjectKey key, InputStream body, BlobProperties properties);

    /**
     * The same for a new object of which is known how long it most likely is, which may be quicker. When that is wrong, it is
     * stored as it is nevertheless, slower, and until then readers may see it longer or shorter than it is. When this throws,
     * there is no object, except after {@code OutcomeUnknown}, or when storage fails at removing it, too.
     *
     * @param key under which there is nothing yet
     * @param likelySize in bytes, not negative; so many may be sent to storage even when the body has fewer
     */
    default void put(ObjectKey key, InputStream body, long likelySize, BlobProperties properties) {
        put(key, body, properties);
    }

    /** The object from its first byte to its last; empty when there is none. To be closed by the caller. */
    Optional<Blob> open(ObjectKey key);

    /**
     * The bytes of the object from {@code offset} on, {@code length} of them or up to its end, whichever comes first;
     * empty when there is no object. To be closed by the caller.
     *
     * @param offset from 0, less than the object's size
     * @param length at least 1
     */
    Optional<Blob> open(ObjectKey key, long offset, long length);

    /** What is known of the object; empty when there is none. */
    Optional<BlobMetadata> describe(ObjectKey key);

    /** Removes the object. There being none is success. */
    void delete(ObjectKey key);

    /**
     * Removes the objects. There being none is success. When this throws, some of them may be gone.
     *
     * @param keys up to {@value #MAX_PAGE}
     */
    void deleteAll(List<ObjectKey> keys);

    /**
     * Objects whose keys begin with {@link ObjectKey#FILES}, in the order of their bytes; names that are no keys of ours are
     * left out. What was put or deleted meanwhile may be in it or not.
     *
     * @param after the key after which the page begins, or what the page before said is {@code next}; the empty text for
     *     the first one
     * @param limit 1 to {@value #MAX_PAGE}
     */
    BlobPage<StoredBlob> list(String after, int limit);

    /**
     * Transfers that have not ended, below {@link ObjectKey#FILES}.
     *
     * @param after what the page before said is {@code next}; the empty text for the first one
     * @param limit 1 to {@value #MAX_PAGE}
     */
    BlobPage<UnfinishedTransfer> listUnfinished(String after, int limit);

    /** Ends a transfer, and removes what it has brought. There being none is success. */
    void abort(UnfinishedTransfer transfer);

    /** The address at which everybody can read the object, as long as it exists. No call is made. */
    URI publicUrl(ObjectKey key);

    /**
     * An address at which whoever has it can read the object for a while, whether the bucket is public or not. No call is
     * made.
     *
     * @param validity 1 second to 7 days
     * @throws IllegalArgumentException for another validity
     */
    URI signedUrl(ObjectKey key, Duration validity);

    /**
     * An address to which whoever has it can put the object for a while, with exactly these properties and this size, if
     * there is none yet. No call is made.
     *
     * @param size in bytes, up to {@link #MAX_SIGNED_UPLOAD_BYTES}
     * @param validity 1 second to 7 days
     * @throws IllegalArgumentException for another validity or size
     */
    SignedUpload signUpload(ObjectKey key, BlobProperties properties, long size, Duration validity);

    /**
     * An open object, or a range of one.
     *
     * @param size how many bytes {@code body} gives
     */
    record Blob(InputStream body, long size, String contentType) implements AutoCloseable {

        /** Ends the transfer, also before its end. */
        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
