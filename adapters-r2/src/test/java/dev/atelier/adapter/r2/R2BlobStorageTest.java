package dev.atelier.adapter.r2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.local.LocalBucket;
import dev.atelier.local.LocalStorage;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.testkit.BlobStorageContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class R2BlobStorageTest extends BlobStorageContract {

    private final LocalBucket bucket = LocalStorage.shared().newBucket();
    private final R2Settings settings = Buckets.settings(bucket);
    private final R2Adapter adapter = R2Adapter.open(settings);

    @Override
    protected BlobStorage storage() {
        return adapter.storage();
    }

    @Override
    protected void leaveUnfinished(ObjectKey key) {
        Buckets.leaveUnfinished(settings, key);
    }

    /** A buffer that an upload has kept would sooner or later be missed by another. */
    @AfterEach
    void everyBufferIsFree() {
        assertEquals(settings.partBuffers(), adapter.freeBuffers());
        assertEquals(Streams.AT_ONCE, adapter.freeStreams());
    }

    @AfterAll
    void close() {
        adapter.close();
    }
}
