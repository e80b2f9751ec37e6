package dev.atelier.local.auth;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes, and that another process puts forward: {@code POST /?seconds=11}. */
final class AdvancingClock implements InstantSource, AutoCloseable {

    private final AtomicLong secondsAhead = new AtomicLong();
    private final HttpServer server;

    AdvancingClock() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            secondsAhead.addAndGet(Long.parseLong(query.substring("seconds=".length())));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(Duration.ofSeconds(secondsAhead.get()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
