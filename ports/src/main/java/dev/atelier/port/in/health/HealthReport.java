package dev.atelier.port.in.health;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What works.
 *
 * @param checks by name
 */
public record HealthReport(Status status, Map<String, Check> checks) {

    public HealthReport {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** How it is. */
    public enum Status {
        HEALTHY,
        /** Everything that users need works, something else does not. */
        DEGRADED,
        UNHEALTHY
    }

    /**
     * One of the things.
     *
     * @param latency how long it took to look
     */
    public record Check(Status status, Duration latency) {}
}
