package dev.atelier.testkit.memory;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.SignedUpload;
import dev.atelier.testkit.BlobStorageContract;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

final class InMemoryBlobStorageTest extends BlobStorageContract {

    private final InMemoryFixture fixture = new InMemoryFixture();

    @Override
    protected BlobStorage storage() {
        return fixture.adapters().blobs();
    }

    @Override
    protected void leaveUnfinished(ObjectKey key) {
        fixture.adapters().leaveUnfinished(key);
    }

    @Override
    protected int send(SignedUpload place, Map<String, String> headers, byte[] body) {
        return fixture.adapters().upload(place.url(), headers, body);
    }

    @Override
    protected void elapse(Duration time) {
        fixture.elapse(time);
    }

    @Override
    protected Optional<Served> fetch(URI address) {
        return fixture.adapters()
                .fetch(address)
                .map(object -> new Served(object.bytes(), object.properties().contentType(), disposition(object)));
    }

    /** What a server would make of the properties. */
    private static String disposition(ServedObject object) {
        var name = URLEncoder.encode(object.properties().fileName(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return (object.properties().inline() ? "inline" : "attachment") + "; filename*=UTF-8''" + name;
    }
}
