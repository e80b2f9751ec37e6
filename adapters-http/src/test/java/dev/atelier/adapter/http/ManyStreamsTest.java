package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Streams of events that nothing happens in cost a socket each, and a virtual thread. */
class ManyStreamsTest {

    private static final int STREAMS = 5_000;
    private static final int PLATFORM_THREADS = 100;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Test
    void five_thousand_are_open_at_once_without_a_platform_thread_for_each() {
        var sockets = new ArrayList<Socket>();
        try (var server = TestServer.start()) {
            var ada = server.newUser();
            var run = ada.post(ada.newWorkflow() + "/runs", "{\"inputs\":{\"topic\":\"tea\"}}")
                    .expect(202)
                    .header("Location")
                    .orElseThrow();
            assertTimeoutPreemptively(LIMIT, () -> {
                for (int i = 0; i < STREAMS; i++) {
                    sockets.add(open(server, ada, run));
                }
                await(server, STREAMS);
            });

            int threads = Thread.getAllStackTraces().size();
            assertTrue(threads < PLATFORM_THREADS, () -> threads + " threads");
            for (var socket : List.of(sockets.getFirst(), sockets.getLast())) {
                assertEquals('H', read(socket));
            }
            sockets.forEach(ManyStreamsTest::close);
            sockets.clear();
        } finally {
            sockets.forEach(ManyStreamsTest::close);
        }
    }

    private static Socket open(TestServer server, Api user, String run) throws IOException {
        var socket = new Socket("localhost", server.http().port());
        var request = "GET %s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(run, user.token());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(TestServer server, int streams) {
        while (server.http().openStreams() < streams) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
