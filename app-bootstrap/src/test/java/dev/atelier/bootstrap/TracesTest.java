package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.bootstrap.Spans.Kind;
import dev.atelier.bootstrap.Spans.Span;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final StandIn collector = StandIn.answering(exchange -> {
        try {
            received.add(exchange.getRequestURI() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StandIn.Answer(200, "");
    });

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void what_goes_back_to_one_request_is_one_trace() {
        try (var spans = OtlpSpans.open("atelier-test", URI.create(collector.address()))) {
            spans.record(
                    new Span("GET /api/v1/me", Kind.REQUEST, Optional.of("r1"), Duration.ofMillis(5), Map.of(), false));
            spans.record(new Span("job sweep", Kind.JOB, Optional.of("r1"), Duration.ofMillis(5), Map.of(), true));
            spans.record(new Span(
                    "call", Kind.CALL, Optional.of("r2"), Duration.ofMillis(5), Map.of("kind", "text"), false));
        }

        var sent = String.join("\n", received);
        assertTrue(sent.startsWith("/v1/traces\n"), sent);
        assertEquals(2, count(sent, trace("r1")));
        assertEquals(1, count(sent, trace("r2")));
        for (var text : List.of("atelier-test", "GET /api/v1/me", "job sweep", "kind", "text")) {
            assertTrue(sent.contains(text), text);
        }
    }

    @Test
    void a_collector_that_is_away_holds_nobody_up() {
        collector.close();
        long began = System.nanoTime();
        try (var spans = OtlpSpans.open("atelier-test", URI.create(collector.address()))) {
            for (int i = 0; i < 10_000; i++) {
                spans.record(new Span("call", Kind.CALL, Optional.empty(), Duration.ofMillis(5), Map.of(), false));
            }
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 10);
    }

    @Test
    void without_a_collector_no_class_of_open_telemetry_is_loaded(@TempDir Path directory) throws IOException {
        try (var stack = LocalStack.start(LocalStackOptions.temporary())) {
            var settings = new HashMap<>(stack.environment());
            settings.putAll(Map.of(
                    "APP_ENV", "development",
                    "AI_PROVIDER", "offline",
                    "FRONTEND_URL", "http://localhost:3000",
                    "PORT", "0"));
            assertFalse(loads(settings, directory.resolve("without")));
            settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
            assertTrue(loads(settings, directory.resolve("with")));
        }
    }

    /** Whether a backend that has answered a request has loaded any. */
    private static boolean loads(Map<String, String> settings, Path log) throws IOException {
        var watched = Settings.with(settings, "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        try (var backend = BackendProcess.start(watched, "-Xmx128m")) {
            ApiClient.fetch(
                    URI.create("http://localhost:%d/health/live".formatted(backend.port())), BodyHandlers.discarding());
            var loaded = Files.readString(log, UTF_8);
            assertTrue(loaded.contains("dev.atelier.bootstrap.RequestFigures"), "the log holds what was loaded");
            return loaded.contains("io.opentelemetry.");
        }
    }

    private static String trace(String requestId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(requestId.getBytes(UTF_8));
            return new String(Arrays.copyOf(digest, 16), ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(String text, String wanted) {
        return (text.length() - text.replace(wanted, "").length()) / wanted.length();
    }
}
