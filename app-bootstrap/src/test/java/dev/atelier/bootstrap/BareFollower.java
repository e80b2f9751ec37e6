package dev.atelier.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who follows a run, of whom there may be thousands: a socket, and a thread that costs nothing. */
final class BareFollower implements AutoCloseable {

    private static final int BUFFER = 256;

    private final String run;
    private final Socket socket;
    private final AtomicInteger keepAlives = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long stoppedAt;

    private BareFollower(String run, Socket socket) {
        this.run = run;
        this.socket = socket;
    }

    /** Asks for the events of {@code run}, and returns when the first one has come. */
    static BareFollower open(ApiClient user, String run) {
        var address = URI.create(user.api());
        try {
            var follower = new BareFollower(run, new Socket(address.getHost(), address.getPort()));
            Thread.ofVirtual().start(follower::read);
            follower.ask(user, address);
            await(follower.begun);
            return follower;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(ApiClient user, URI address) throws IOException {
        var request = "GET %s/runs/%s/events HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(address.getPath(), run, address.getAuthority(), user.token());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private void read() {
        try (var lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), BUFFER)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException closed) {
            // whoever waits for more finds that it has not come
        }
    }

    private void note(String line) {
        switch (line) {
            case ": keep-alive" -> keepAlives.incrementAndGet();
            case "event: run.queued" -> begun.countDown();
            case "event: run.stopped" -> {
                stoppedAt = System.nanoTime();
                stopped.countDown();
            }
            default -> {
                // data, numbers, the sizes of pieces
            }
        }
    }

    String run() {
        return run;
    }

    int keepAlives() {
        return keepAlives.get();
    }

    /** When it heard that the run was stopped, which it waits for; as {@link System#nanoTime()} tells. */
    long stoppedAt() {
        await(stopped);
        return stoppedAt;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("an event has not come");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
