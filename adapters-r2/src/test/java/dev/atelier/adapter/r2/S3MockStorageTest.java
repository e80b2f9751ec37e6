package dev.atelier.adapter.r2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.testkit.BlobStorageContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

/** The same contract on another server, so that we do not fit one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3MockStorageTest extends BlobStorageContract {

    private final S3Mock server = S3Mock.start();
    private final R2Settings settings = server.settings();
    private final R2Adapter adapter = R2Adapter.open(settings);

    @Override
    protected BlobStorage storage() {
        return adapter.storage();
    }

    @Override
    protected void leaveUnfinished(ObjectKey key) {
        Buckets.leaveUnfinished(settings, key);
    }

    @Override
    protected boolean checksSignatures() {
        return false;
    }

    /** It forgets the object when an upload in parts to its key is aborted. */
    @Override
    protected boolean keepsObjectsOfAbortedTransfers() {
        return false;
    }

    /** It copies the new one, bit by bit, to where readers look for it. */
    @Override
    protected boolean replacesAtOnce() {
        return false;
    }

    @AfterEach
    void everyBufferIsFree() {
        assertEquals(settings.partBuffers(), adapter.freeBuffers());
        assertEquals(Streams.AT_ONCE, adapter.freeStreams());
    }

    @AfterAll
    void close() {
        adapter.close();
        server.close();
    }
}
