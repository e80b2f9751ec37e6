package dev.atelier.testkit.memory;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobMetadata;
import dev.atelier.port.out.file.BlobPage;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.SignedUpload;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.file.UnfinishedTransfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** Objects as arrays: the one storage whose memory does grow with them. */
final class InMemoryBlobStorage implements BlobStorage {

    private static final String PUBLIC = "memory://public/";
    private static final String SIGNED = "memory://signed/";
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);

    private static final String UPLOAD = "memory://upload/";
    private static final int CREATED = 200;
    private static final int FORBIDDEN = 403;
    private static final int PRECONDITION_FAILED = 412;

    /** An object, and since when it is there. */
    private record Kept(ServedObject object, Instant lastModified) {}

    /** What an address is good for. */
    private record Place(ObjectKey key, BlobProperties properties, long size, Instant until) {}

    private final ConcurrentNavigableMap<String, Kept> objects = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, UnfinishedTransfer> unfinished = new ConcurrentSkipListMap<>();
    private final Map<URI, Place> places = new ConcurrentHashMap<>();
    private final InstantSource clock;

    InMemoryBlobStorage(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void put(ObjectKey key, InputStream body, BlobProperties properties) {
        try {
            store(key, new ServedObject(body.readAllBytes(), properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Blob> open(ObjectKey key) {
        return stored(key).map(object -> blob(object, 0, object.bytes().length));
    }

    @Override
    public Optional<Blob> open(ObjectKey key, long offset, long length) {
        return stored(key).map(object -> {
            if (offset < 0 || offset >= object.bytes().length || length < 1) {
                throw new IllegalArgumentException("no such range: " + length + " bytes from " + offset);
            }
            return blob(object, (int) offset, (int) Math.min(length, object.bytes().length - offset));
        });
    }

    private static Blob blob(ServedObject object, int offset, int length) {
        return new Blob(
                new ByteArrayInputStream(object.bytes(), offset, length),
                length,
                object.properties().contentType());
    }

    @Override
    public Optional<BlobMetadata> describe(ObjectKey key) {
        return Optional.ofNullable(objects.get(key.value()))
                .map(kept -> new BlobMetadata(
                        kept.object().bytes().length, kept.object().properties(), kept.lastModified()));
    }

    @Override
    public void delete(ObjectKey key) {
        objects.remove(key.value());
    }

    @Override
    public void deleteAll(List<ObjectKey> keys) {
        keys.forEach(this::delete);
    }

    @Override
    public BlobPage<StoredBlob> list(String after, int limit) {
        var found = objects.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ObjectKey.FILES))
                .map(entry -> new StoredBlob(
                        new ObjectKey(entry.getKey()),
                        entry.getValue().object().bytes().length,
                        entry.getValue().lastModified()))
                .limit(limit + 1L)
                .toList();
        return page(found, limit, blob -> blob.key().value());
    }

    @Override
    public BlobPage<UnfinishedTransfer> listUnfinished(String after, int limit) {
        var found = unfinished.tailMap(after, false).values().stream()
                .limit(limit + 1L)
                .toList();
        return page(found, limit, UnfinishedTransfer::id);
    }

    private <T> BlobPage<T> page(List<T> found, int limit, Function<T, String> cursor) {
        var items = found.subList(0, Math.min(limit, found.size()));
        return new BlobPage<>(
                items,
                clock.instant(),
                found.size() > limit ? Optional.of(cursor.apply(items.getLast())) : Optional.empty());
    }

    @Override
    public void abort(UnfinishedTransfer transfer) {
        unfinished.remove(transfer.id());
    }

    /** What remains of somebody who died while they put an object. */
    void leaveUnfinished(ObjectKey key) {
        var id = "transfer-" + UUID.randomUUID();
        unfinished.put(id, new UnfinishedTransfer(key.value(), id, clock.instant()));
    }

    @Override
    public URI publicUrl(ObjectKey key) {
        return URI.create(PUBLIC + key.value());
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        requireLegal(validity);
        return URI.create(SIGNED + key.value() + "?until=" + clock.instant().plus(validity));
    }

    @Override
    public SignedUpload signUpload(ObjectKey key, BlobProperties properties, long size, Duration validity) {
        requireLegal(validity);
        if (size < 0 || size > MAX_SIGNED_UPLOAD_BYTES) {
            throw new IllegalArgumentException("size must be 0 to %d, not %d".formatted(MAX_SIGNED_UPLOAD_BYTES, size));
        }
        var url = URI.create(UPLOAD + key.value() + "?" + UUID.randomUUID());
        places.put(url, new Place(key, properties, size, clock.instant().plus(validity)));
        return new SignedUpload(url, headers(properties));
    }

    private static void requireLegal(Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            throw new IllegalArgumentException("validity must be 1 second to 7 days, not " + validity);
        }
    }

    private static Map<String, String> headers(BlobProperties properties) {
        return Map.of("Content-Type", properties.contentType());
    }

    /** What a browser does with a signed place; returns the status that it gets. */
    int upload(URI address, Map<String, String> headers, byte[] body) {
        var place = Optional.ofNullable(places.get(address))
                .filter(found -> clock.instant().isBefore(found.until()))
                .filter(found -> headers.equals(headers(found.properties())) && body.length == found.size());
        if (place.isEmpty()) {
            return FORBIDDEN;
        }
        var kept = new Kept(
                new ServedObject(body.clone(), place.get().properties()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return objects.putIfAbsent(place.get().key().value(), kept) == null ? CREATED : PRECONDITION_FAILED;
    }

    private void store(ObjectKey key, ServedObject object) {
        objects.put(key.value(), new Kept(object, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** What a browser would get from an address that this storage has given. */
    Optional<ServedObject> fetch(URI address) {
        var text = address.toString();
        if (text.startsWith(PUBLIC)) {
            return served(text.substring(PUBLIC.length()));
        }
        var parts = text.split("\\?until=", 2);
        return text.startsWith(SIGNED) && parts.length == 2 && clock.instant().isBefore(Instant.parse(parts[1]))
                ? served(parts[0].substring(SIGNED.length()))
                : Optional.empty();
    }

    private Optional<ServedObject> served(String key) {
        return stored(new ObjectKey(key));
    }

    private Optional<ServedObject> stored(ObjectKey key) {
        return Optional.ofNullable(objects.get(key.value())).map(Kept::object);
    }
}
