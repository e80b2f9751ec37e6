package dev.atelier.adapter.http;

import io.javalin.http.Context;
import java.util.function.Supplier;

/** {@code /metrics}: figures for Prometheus. They name no user, and nothing of anybody's. */
final class MetricsHandler {

    /** Prometheus documentation, "Exposition formats". */
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> metrics;

    MetricsHandler(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    void get(Context ctx) {
        ctx.contentType(MEDIA_TYPE).result(metrics.get());
    }
}
