package dev.atelier.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves the figures of a process that serves nothing else, and tells that it is alive, on a port of its own. */
final class MetricsServer implements AutoCloseable {

    private static final int OK = 200;
    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /** @throws IllegalStateException when it cannot listen there; the message names the port */
    static MetricsServer start(int port, Supplier<String> metrics) {
        try {
            var server = HttpServer.create(new InetSocketAddress(port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/metrics", exchange -> answer(exchange, metrics.get()));
            server.createContext("/health/live", exchange -> answer(exchange, "alive\n"));
            server.start();
            return new MetricsServer(server);
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on port %d: is it taken?".formatted(port), e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
