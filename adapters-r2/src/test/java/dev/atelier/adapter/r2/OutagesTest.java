package dev.atelier.adapter.r2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.local.LocalBucket;
import dev.atelier.local.LocalStorage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.BlobProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when storage refuses, fails or is not there. */
class OutagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectKey KEY = new ObjectKey("files/key");
    private static final BlobProperties TEXT = new BlobProperties("text/plain", "name.txt", false);
    private static final LocalBucket BUCKET = LocalStorage.shared().newBucket();

    private final AtomicInteger requests = new AtomicInteger();
    private volatile int status = 503;
    private final HttpServer server = server();
    private final R2Adapter adapter = R2Adapter.open(Buckets.settings(BUCKET, address(server)));

    private HttpServer server() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            } // else it hangs up
        }
    }

    private static URI address(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        adapter.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void what_passes_may_be_tried_again_after_the_sdk_has_tried_some_times(int answered) {
        status = answered;

        assertThrows(PortFailure.Retryable.class, () -> adapter.storage().describe(KEY));
        assertThrows(PortFailure.Retryable.class, () -> adapter.storage().delete(KEY));
        assertThrows(PortFailure.Retryable.class, () -> adapter.storage().open(KEY));
        assertTrue(requests.get() > 3 && requests.get() <= 15, requests::toString);
    }

    @Test
    void after_a_put_that_failed_half_way_nobody_knows_whether_there_is_an_object() {
        status = 500;

        assertThrows(PortFailure.OutcomeUnknown.class, () -> put("text"));
    }

    @Test
    void after_a_put_whose_answer_was_lost_nobody_knows_whether_there_is_an_object() {
        status = 0;

        assertThrows(PortFailure.OutcomeUnknown.class, () -> put("text"));
    }

    @Test
    void nobody_listening_means_that_nothing_was_done() {
        server.stop(0);

        assertTimeoutPreemptively(LIMIT, () -> {
            assertThrows(PortFailure.Retryable.class, () -> put("text"));
            assertThrows(PortFailure.Retryable.class, () -> adapter.storage().describe(KEY));
            assertThrows(
                    PortFailure.Retryable.class, () -> adapter.healthProbe().probe());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void a_refusal_is_for_good_and_asked_for_once(int answered) {
        status = answered;

        assertThrows(PortFailure.Permanent.class, () -> put("text"));
        assertEquals(1, requests.get());
    }

    @Test
    void a_wrong_key_is_told_with_its_remedy_and_without_itself() {
        try (var stranger = R2Adapter.open(
                R2Settings.of(BUCKET.endpoint(), BUCKET.accessKey(), "sesame", BUCKET.name(), BUCKET.publicUrl()))) {
            var failure = assertThrows(
                    PortFailure.Permanent.class, () -> stranger.healthProbe().probe());

            assertTrue(failure.getMessage().contains("check R2_ACCESS_KEY, R2_SECRET_KEY"), failure::getMessage);
            assertFalse(failure.getMessage().contains("sesame"), failure::getMessage);
            assertFalse(failure.getMessage().contains("null"), failure::getMessage);
        }
    }

    @Test
    void what_was_away_works_as_soon_as_it_is_back() {
        assertThrows(PortFailure.Retryable.class, () -> adapter.storage().describe(KEY));

        status = 404;

        assertTrue(adapter.storage().describe(KEY).isEmpty());
    }

    @Test
    void settings_show_neither_key() {
        var text = R2Settings.of(BUCKET.endpoint(), "sesame1", "sesame2", "bucket", BUCKET.publicUrl())
                .toString();

        assertFalse(text.contains("sesame"), text);
    }

    private void put(String text) {
        adapter.storage().put(KEY, new ByteArrayInputStream(text.getBytes(UTF_8)), TEXT);
    }
}
