package dev.atelier.adapter.http;

import dev.atelier.port.in.health.Health;
import dev.atelier.port.in.health.HealthReport.Status;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/** {@code /health}. */
final class HealthHandlers {

    private final Health health;

    HealthHandlers(Health health) {
        this.health = health;
    }

    /** That there is an answer is the answer. */
    void live(Context ctx) throws IOException {
        Json.send(ctx, 200, Map.of("status", Fields.spelled(Status.HEALTHY)));
    }

    void report(Context ctx) throws IOException {
        var report = health.report();
        Json.send(ctx, report.status() == Status.UNHEALTHY ? 503 : 200, HealthJson.of(report));
    }
}
