package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;

/** One upload whose length was guessed. It is put as if the guess were right, and put right when it was not. */
final class SizedUpload {

    private final BlobStorage storage;
    private final Streams streams;
    private final ObjectKey key;
    private final BlobProperties properties;

    SizedUpload(BlobStorage storage, Streams streams, ObjectKey key, BlobProperties properties) {
        this.storage = storage;
        this.streams = streams;
        this.key = key;
        this.properties = properties;
    }

    void run(InputStream body, long likelySize) {
        try {
            var sized = new SizedBody(body, likelySize);
            streams.put(key, properties, sized, likelySize);
            int next = sized.real() < likelySize ? -1 : body.read();
            if (sized.real() < likelySize || next >= 0) {
                putRight(sized.real(), rest(next, body));
            }
        } catch (IOException e) {
            throw undone(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw undone(e);
        }
    }

    private static InputStream rest(int next, InputStream body) {
        return next < 0
                ? InputStream.nullInputStream()
                : new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), body);
    }

    /** What is there has zeros at its end, or lacks it; nobody has it any more but the storage. */
    private void putRight(long real, InputStream rest) throws IOException {
        if (real == 0) {
            storage.put(key, rest, properties);
            return;
        }
        try (var blob = storage.open(key, 0, real)
                .orElseThrow(() -> PortFailure.Retryable.unavailable(
                        PortFailure.Service.STORAGE,
                        "storage: an object is not there any more",
                        new IOException(key.value())))) {
            storage.put(key, new SequenceInputStream(blob.body(), rest), properties);
        }
    }

    /** When even this fails, whoever knows of the key removes what is there. */
    private RuntimeException undone(RuntimeException cause) {
        try {
            storage.delete(key);
        } catch (PortFailure e) {
            cause.addSuppressed(e);
        }
        return cause;
    }
}
