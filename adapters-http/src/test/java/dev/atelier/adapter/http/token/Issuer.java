package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atelier.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Supabase Auth, as far as it publishes keys. */
public final class Issuer implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    public final SettableClock clock = new SettableClock(START);
    final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Map<String, Object>> published = new CopyOnWriteArrayList<>();
    private volatile Answer answer = this::publish;

    /** What is said to whoever asks for the keys. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    public Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/auth/v1/.well-known/jwks.json", exchange -> {
            fetches.incrementAndGet();
            answer.give(exchange);
            exchange.close();
        });
        server.start();
    }

    /** Tells the keys, as it should. */
    void publish(HttpExchange exchange) throws IOException {
        var keys = published.stream().map(JSONObjectUtils::toJSONString).collect(Collectors.joining(","));
        say(exchange, 200, "{\"keys\":[" + keys + "]}");
    }

    static void say(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public SupabaseAuthSettings settings() {
        return SupabaseAuthSettings.of(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    SupabaseAuth open() {
        return SupabaseAuth.open(settings(), clock);
    }

    SupabaseAuth open(SignatureProvider provider) {
        return SupabaseAuth.open(settings(), clock, () -> provider);
    }

    void answer(Answer other) {
        answer = other;
    }

    void answer(int status) {
        answer = exchange -> say(exchange, status, "sorry");
    }

    void answerAsItShould() {
        answer = this::publish;
    }

    public SigningKey publish(SigningKey key) {
        published.add(key.published().toJSONObject());
        return key;
    }

    void publish(SigningKey key, Map<String, Object> more) {
        var said = key.published().toJSONObject();
        said.putAll(more);
        published.add(said);
    }

    void withdraw(SigningKey key) {
        published.removeIf(other -> key.id().equals(other.get("kid")));
    }

    /** The claims of a user's token that is good for an hour, all that Supabase writes. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(settings().issuer())
                .subject(UUID.randomUUID().toString())
                .audience("authenticated")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofHours(1))))
                .claim("email", "ada@example.org")
                .claim("phone", "")
                .claim("app_metadata", Map.of("provider", "email", "providers", List.of("email")))
                .claim("user_metadata", Map.of("role", "service_role"))
                .claim("role", "authenticated")
                .claim("aal", "aal1")
                .claim("amr", List.of(Map.of("method", "password", "timestamp", 1_793_534_400L)))
                .claim("session_id", UUID.randomUUID().toString())
                .claim("is_anonymous", false);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
