package dev.atelier.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A backend that reaches nothing of what it needs, and answers nevertheless. What it loads by that is what every start loads;
 * the JDK keeps it for them ({@code -XX:AOTCacheOutput}, JEP 514).
 */
final class Rehearsal {

    /** Nobody listens on port 1, so that every service is away at once. */
    private static final Map<String, String> NOBODY = Map.ofEntries(
            Map.entry("PORT", "0"),
            Map.entry("LOG_LEVEL", "error"),
            Map.entry("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none"),
            Map.entry("REDIS_URL", "redis://127.0.0.1:1"),
            Map.entry("R2_ENDPOINT", "http://127.0.0.1:1"),
            Map.entry("R2_ACCESS_KEY", "none"),
            Map.entry("R2_SECRET_KEY", "none"),
            Map.entry("R2_BUCKET", "none"),
            Map.entry("R2_PUBLIC_URL", "http://127.0.0.1:1"),
            Map.entry("SUPABASE_URL", "http://127.0.0.1:1"),
            Map.entry("FRONTEND_URL", "http://127.0.0.1:1"),
            Map.entry("OPENROUTER_BASE_URL", "http://127.0.0.1:1"),
            Map.entry("OPENROUTER_API_KEY", "none"));

    private static final List<String> PATHS =
            List.of("/health/live", "/health/ready", "/metrics", "/openapi.json", "/docs", "/api/v1/me");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Rehearsal() {}

    /** @throws IOException when the backend does not answer */
    static void run() throws IOException, InterruptedException {
        try (var backend = App.startBackendAsItIs(AppConfig.read(NOBODY, Role.BACKEND));
                var client = HttpClient.newHttpClient()) {
            for (var path : PATHS) {
                var address = URI.create("http://127.0.0.1:%d%s".formatted(backend.port(), path));
                client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
            }
        }
    }
}
