package dev.atelier.bootstrap;

import dev.atelier.adapter.http.RequestObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts and times requests, by route. */
record RequestFigures(MeterRegistry registry, Spans spans) implements RequestObserver {

    /** What they promise to their users; where the buckets of the histogram end. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofSeconds(10)
    };

    /** A client may make up others, each of which would be a series for ever. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final int SERVER_ERROR = 500;

    @Override
    public void answered(String requestId, String method, String route, int status, Duration took) {
        var known = METHODS.contains(method) ? method : "OTHER";
        Timer.builder("atelier.http.requests")
                .description("How long requests took; streams and uploads as long as they went on")
                .tag("method", known)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
        spans.record(new Spans.Span(
                known + " " + route,
                Spans.Kind.REQUEST,
                Optional.of(requestId),
                took,
                Map.of(
                        "http.request.method", known,
                        "http.route", route,
                        "http.response.status_code", Integer.toString(status)),
                status >= SERVER_ERROR));
    }
}
