package dev.atelier.bootstrap;

import dev.atelier.port.PortFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Counts and times calls of services, by how they ended.
 *
 * @param name of the timer
 * @param description of it
 */
record Calls(MeterRegistry registry, Spans spans, String name, String description) {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3)
    };

    /** @param tags what is called; few and fixed values */
    <T> T make(Map<String, String> tags, Supplier<T> call) {
        long start = System.nanoTime();
        var outcome = "failed";
        try {
            T result = call.get();
            outcome = "ok";
            return result;
        } catch (PortFailure e) {
            outcome = switch (e) {
                case PortFailure.Retryable ignored -> "retryable";
                case PortFailure.Permanent ignored -> "permanent";
                case PortFailure.OutcomeUnknown ignored -> "unknown";
            };
            throw e;
        } finally {
            ended(tags, outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void ended(Map<String, String> tags, String outcome, Duration took) {
        var timer = Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
        tags.forEach(timer::tag);
        timer.tag("outcome", outcome).register(registry).record(took);
        var attributes = new HashMap<>(tags);
        attributes.put("outcome", outcome);
        spans.record(new Spans.Span(
                name + " " + String.join(" ", tags.values()),
                Spans.Kind.CALL,
                Optional.ofNullable(MDC.get("requestId")),
                took,
                attributes,
                !outcome.equals("ok")));
    }
}
