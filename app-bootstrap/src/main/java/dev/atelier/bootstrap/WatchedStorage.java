package dev.atelier.bootstrap;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobMetadata;
import dev.atelier.port.out.file.BlobPage;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.SignedUpload;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.file.UnfinishedTransfer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Storage, counted and timed: its operations and the bytes that go through this process. */
final class WatchedStorage implements BlobStorage {

    private final BlobStorage storage;
    private final Calls calls;
    private final Counter read;
    private final Counter written;

    WatchedStorage(BlobStorage storage, MeterRegistry registry, Spans spans) {
        this.storage = storage;
        this.calls = new Calls(registry, spans, "atelier.storage.operations", "How long operations of storage took");
        this.read = bytes(registry, "read");
        this.written = bytes(registry, "write");
    }

    private static Counter bytes(MeterRegistry registry, String direction) {
        return Counter.builder("atelier.storage.bytes")
                .description("Bytes that went to storage (write) and came from it (read)")
                .tag("direction", direction)
                .register(registry);
    }

    private <T> T watched(String operation, Supplier<T> call) {
        return calls.make(Map.of("operation", operation), call);
    }

    private void watched(String operation, Runnable call) {
        watched(operation, () -> {
            call.run();
            return operation;
        });
    }

    @Override
    public void put(ObjectKey key, InputStream body, BlobProperties properties) {
        watched("put", () -> storage.put(key, new CountedInputStream(body, written), properties));
    }

    @Override
    public void put(ObjectKey key, InputStream body, long likelySize, BlobProperties properties) {
        watched("put", () -> storage.put(key, new CountedInputStream(body, written), likelySize, properties));
    }

    @Override
    public Optional<Blob> open(ObjectKey key) {
        return watched("open", () -> storage.open(key).map(this::counted));
    }

    @Override
    public Optional<Blob> open(ObjectKey key, long offset, long length) {
        return watched("open", () -> storage.open(key, offset, length).map(this::counted));
    }

    private Blob counted(Blob blob) {
        return new Blob(new CountedInputStream(blob.body(), read), blob.size(), blob.contentType());
    }

    @Override
    public Optional<BlobMetadata> describe(ObjectKey key) {
        return watched("describe", () -> storage.describe(key));
    }

    @Override
    public void delete(ObjectKey key) {
        watched("delete", () -> storage.delete(key));
    }

    @Override
    public void deleteAll(List<ObjectKey> keys) {
        watched("delete", () -> storage.deleteAll(keys));
    }

    @Override
    public BlobPage<StoredBlob> list(String after, int limit) {
        return watched("list", () -> storage.list(after, limit));
    }

    @Override
    public BlobPage<UnfinishedTransfer> listUnfinished(String after, int limit) {
        return watched("list", () -> storage.listUnfinished(after, limit));
    }

    @Override
    public void abort(UnfinishedTransfer transfer) {
        watched("abort", () -> storage.abort(transfer));
    }

    @Override
    public URI publicUrl(ObjectKey key) {
        return storage.publicUrl(key);
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        return storage.signedUrl(key, validity);
    }

    @Override
    public SignedUpload signUpload(ObjectKey key, BlobProperties properties, long size, Duration validity) {
        return storage.signUpload(key, properties, size, validity);
    }
}
