package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.in.health.Health;
import dev.atelier.port.in.health.HealthReport;
import dev.atelier.port.in.health.HealthReport.Check;
import dev.atelier.port.in.health.HealthReport.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthTest {

    private final AtomicReference<HealthReport> report = new AtomicReference<>(report(Status.HEALTHY));
    private final TestServer server = TestServer.start(TestServer.SETTINGS, this::withHealth);

    private HttpPorts withHealth(HttpPorts ports) {
        Health health = report::get;
        return new HttpPorts(
                ports.tokenVerifier(),
                ports.accounts(),
                ports.projects(),
                ports.documents(),
                ports.files(),
                ports.workflows(),
                ports.workflowTemplates(),
                ports.runs(),
                ports.usageReports(),
                ports.search(),
                ports.jobs(),
                ports.idempotentRequests(),
                health,
                ports.metrics());
    }

    private static HealthReport report(Status status) {
        var checks = new LinkedHashMap<String, Check>(Map.of("database", new Check(status, Duration.ofMillis(12))));
        checks.put("queue", new Check(Status.HEALTHY, Duration.ofNanos(1)));
        return new HealthReport(status, checks);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aProcessThatAnswersIsAlive() {
        report.set(report(Status.UNHEALTHY));

        server.stranger().get("/health/live").expect(200);
    }

    @Test
    void whatWorksIsToldToAnybody() {
        report.set(report(Status.HEALTHY));

        for (var path : new String[] {"/health", "/health/ready"}) {
            assertEquals(
                    "{\"status\":\"healthy\",\"checks\":{\"database\":{\"status\":\"healthy\",\"latencyMs\":12},"
                            + "\"queue\":{\"status\":\"healthy\",\"latencyMs\":0}}}",
                    server.stranger().get(path).expect(200).text());
        }
    }

    @Test
    void aDegradedServiceIsStillReady() {
        report.set(report(Status.DEGRADED));

        assertEquals(
                "degraded", server.stranger().get("/health/ready").expect(200).string("status"));
    }

    @Test
    void anUnhealthyOneIsNot() {
        report.set(report(Status.UNHEALTHY));

        var reply = server.stranger().get("/health/ready").expect(503);

        assertEquals("unhealthy", reply.string("status"));
        assertTrue(reply.text().contains("latencyMs"));
    }
}
