package dev.atelier.adapter.r2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.local.LocalBucket;
import dev.atelier.local.LocalStorage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.BlobMetadata;
import dev.atelier.port.out.file.BlobProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send a little, and then nothing for a long time; and a service that takes a little, and then nothing. */
@Timeout(60)
class StalledUploadsTest {

    private static final int BUFFERS = 3;
    private static final long LARGE = 12L * 1024 * 1024;
    private static final BlobProperties BINARY = new BlobProperties("application/octet-stream", "a", false);
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(1));

    private final LocalBucket bucket = LocalStorage.shared().newBucket();
    private final CountDownLatch comeBack = new CountDownLatch(1);
    private final List<Future<ObjectKey>> stalled = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final R2Adapter adapter = adapter(bucket.endpoint());

    private R2Adapter adapter(URI endpoint) {
        return R2Adapter.open(
                new R2Settings(
                        endpoint, bucket.accessKey(), bucket.secretKey(), bucket.name(), bucket.publicUrl(), BUFFERS),
                PATIENCE);
    }

    @BeforeEach
    void stall() {
        for (int client = 0; client < BUFFERS; client++) {
            stalled.add(threads.submit(() -> {
                var key = newKey();
                adapter.storage().put(key, new StallingBody(), BINARY);
                return key;
            }));
        }
        awaitNoBufferLeft();
    }

    private void awaitNoBufferLeft() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (adapter.freeBuffers() > 0) {
            assertTrue(System.nanoTime() < end, "nobody has taken the buffers");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static ObjectKey newKey() {
        return new ObjectKey("files/" + UUID.randomUUID());
    }

    private static InputStream zeros(long size) {
        return new ByteArrayInputStream(new byte[(int) size]);
    }

    @AfterEach
    void close() throws Exception {
        comeBack.countDown();
        for (var put : stalled) {
            assertEquals(Optional.of(2L), size(put.get()));
        }
        threads.close();
        adapter.close();
    }

    private Optional<Long> size(ObjectKey key) {
        return adapter.storage().describe(key).map(BlobMetadata::size);
    }

    @Test
    void uploads_of_known_length_do_not_wait_for_them() {
        for (long size : new long[] {0, 5, LARGE}) {
            var key = newKey();
            adapter.storage().put(key, zeros(size), size, BINARY);

            assertEquals(Optional.of(size), size(key));
        }
        assertEquals(0, adapter.freeBuffers());
    }

    @Test
    void uploads_of_unknown_length_wait_for_them_a_while_only() {
        var failure = assertThrows(
                PortFailure.Retryable.class, () -> adapter.storage().put(newKey(), zeros(5), BINARY));

        assertTrue(failure.getMessage().contains("memory for parts"), failure::getMessage);
    }

    @Test
    void a_service_that_takes_no_more_is_waited_for_a_while_only() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var elsewhere = adapter(URI.create("http://localhost:" + deaf.getLocalPort()))) {
            var failure = assertThrows(
                    PortFailure.Retryable.class,
                    () -> elsewhere.storage().put(newKey(), zeros(10 * LARGE), 10 * LARGE, BINARY));

            assertTrue(failure.isTimeout());
            assertEquals(Streams.AT_ONCE, elsewhere.freeStreams());
        }
    }

    /** One byte, and after a long while another one. */
    private final class StallingBody extends InputStream {

        private int given;

        @Override
        public int read() throws IOException {
            if (given == 2) {
                return -1;
            }
            if (given == 1) {
                awaitReturn();
            }
            given++;
            return given;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int next = read();
            if (next >= 0) {
                target[offset] = (byte) next;
            }
            return Math.min(next, 1);
        }

        private void awaitReturn() throws IOException {
            try {
                comeBack.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
