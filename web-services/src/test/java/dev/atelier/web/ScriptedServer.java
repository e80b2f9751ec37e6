package dev.atelier.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers as it is told, in that order, and then as it usually does. */
public final class ScriptedServer implements AutoCloseable {

    private final Queue<HttpHandler> acts = new ArrayDeque<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private final HttpHandler usual;

    private ScriptedServer(HttpServer server, HttpHandler usual) {
        this.server = server;
        this.usual = usual;
    }

    public static ScriptedServer start(HttpHandler usual) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            return new ScriptedServer(http, usual).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScriptedServer start() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return this;
    }

    public URI address() {
        return URI.create(
                "http://localhost:%d/api/".formatted(server.getAddress().getPort()));
    }

    public int requests() {
        return requests.get();
    }

    public synchronized ScriptedServer then(HttpHandler act) {
        acts.add(act);
        return this;
    }

    public ScriptedServer answers(int status, String body, String... headers) {
        return then(exchange -> answer(exchange, status, body, headers));
    }

    /** Answers, with headers given as name, value, name, value. */
    public static void answer(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            next().handle(exchange);
        }
    }

    private synchronized HttpHandler next() {
        var act = acts.poll();
        return act != null ? act : usual;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
