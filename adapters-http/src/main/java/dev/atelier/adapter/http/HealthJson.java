package dev.atelier.adapter.http;

import dev.atelier.port.in.health.HealthReport;
import java.util.LinkedHashMap;
import java.util.Map;

record HealthJson(String status, Map<String, Check> checks) {

    record Check(String status, long latencyMs) {}

    static HealthJson of(HealthReport report) {
        var checks = new LinkedHashMap<String, Check>();
        report.checks()
                .forEach((name, check) -> checks.put(
                        name,
                        new Check(
                                Fields.spelled(check.status()), check.latency().toMillis())));
        return new HealthJson(Fields.spelled(report.status()), checks);
    }
}
