package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody who was let in is turned away because the server stops: whoever comes after that finds nobody. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppingTest {

    /** Longer than a connection that nothing is sent on may stay open while the server stops. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final TestServer server = TestServer.start(
            TestServer.SETTINGS,
            ports -> Ports.with(ports, new StubProjects(() -> {
                begun.countDown();
                await(release);
                return new DomainException.NotFound("project");
            })));

    @Test
    void a_request_in_flight_is_answered_and_then_the_server_has_stopped() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var user = server.newUser();
            var answer = threads.submit(() -> user.get("/api/v1/projects/" + UUID.randomUUID()));
            begun.await();
            var stopping = threads.submit(server::close);
            Thread.sleep(LONG);
            assertFalse(stopping.isDone());
            release.countDown();

            assertEquals(404, answer.get().status());
            stopping.get();
        }
    }

    @Test
    void a_request_on_a_connection_that_is_open_is_answered_and_the_connection_closed() throws Exception {
        int port = server.http().port();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var open = new Socket("localhost", port)) {
            assertTrue(ask(open).startsWith("HTTP/1.1 200"));
            var user = server.newUser();
            var slow = threads.submit(() -> user.get("/api/v1/projects/" + UUID.randomUUID()));
            begun.await();
            var stopping = threads.submit(server::close);
            awaitRefused(port);

            var last = ask(open);
            assertTrue(last.startsWith("HTTP/1.1 200"), last);
            assertTrue(last.contains("Connection: close"), last);
            assertEquals(-1, open.getInputStream().read());
            release.countDown();
            assertEquals(404, slow.get().status());
            stopping.get();
        }
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return chunked(socket.getInputStream());
    }

    /** An answer to its last chunk, or as far as it comes. */
    private static String chunked(InputStream from) throws IOException {
        var answer = new StringBuilder();
        for (int read = from.read(); read >= 0; read = from.read()) {
            answer.append((char) read);
            if (answer.length() > LAST_CHUNK.length()
                    && answer.indexOf(LAST_CHUNK, answer.length() - LAST_CHUNK.length()) >= 0) {
                break;
            }
        }
        return answer.toString();
    }

    private static void awaitRefused(int port) {
        assertThrows(ConnectException.class, () -> {
            while (true) {
                new Socket("localhost", port).close();
                Thread.sleep(Duration.ofMillis(5));
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
