package dev.atelier.testkit.memory;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects as arrays: the one storage whose memory does grow with them. */
final class InMemoryBlobStorage implements BlobStorage {

    private static final String PUBLIC = "memory://public/";
    private static final String SIGNED = "memory://signed/";
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);

    private final Map<ObjectKey, ServedObject> objects = new ConcurrentHashMap<>();
    private final InstantSource clock;

    InMemoryBlobStorage(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void put(ObjectKey key, InputStream body, BlobProperties properties) {
        try {
            objects.put(key, new ServedObject(body.readAllBytes(), properties));
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
    public Optional<Long> size(ObjectKey key) {
        return stored(key).map(object -> (long) object.bytes().length);
    }

    @Override
    public void delete(ObjectKey key) {
        objects.remove(key);
    }

    @Override
    public URI publicUrl(ObjectKey key) {
        return URI.create(PUBLIC + key.value());
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            throw new IllegalArgumentException("validity must be 1 second to 7 days, not " + validity);
        }
        return URI.create(SIGNED + key.value() + "?until=" + clock.instant().plus(validity));
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
        return Optional.ofNullable(objects.get(key));
    }
}
