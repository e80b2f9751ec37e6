package dev.atelier.application;

import dev.atelier.port.PortFailure;
import dev.atelier.port.in.health.Health;
import dev.atelier.port.in.health.HealthReport;
import dev.atelier.port.in.health.HealthReport.Check;
import dev.atelier.port.in.health.HealthReport.Status;
import dev.atelier.port.out.health.HealthProbe;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at everything at once, and remembers for a moment what it saw, so that probes cannot overload anything. */
final class HealthService implements Health {

    private static final Logger LOG = System.getLogger(HealthService.class.getName());
    private static final Duration LIFETIME = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Without it nothing works; everything else can be away for a while, and a restart would not bring it back. */
    private static final String VITAL = "database";

    private final List<HealthProbe> probes;
    private final InstantSource clock;
    private HealthReport last = new HealthReport(Status.UNHEALTHY, new LinkedHashMap<>());
    private Instant lastSeen = Instant.MIN;

    HealthService(List<HealthProbe> probes, InstantSource clock) {
        this.probes = List.copyOf(probes);
        this.clock = clock;
    }

    @Override
    public synchronized HealthReport report() {
        var now = clock.instant();
        if (lastSeen.isBefore(now.minus(LIFETIME))) {
            last = look();
            lastSeen = clock.instant();
        }
        return last;
    }

    private HealthReport look() {
        var checks = new LinkedHashMap<String, Check>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = probes.stream()
                    .<Callable<Check>>map(probe -> () -> look(probe))
                    .toList();
            var seen = threads.invokeAll(looks, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < seen.size(); i++) {
                checks.put(probes.get(i).name(), result(seen.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new HealthReport(overall(checks), checks);
    }

    private static Check look(HealthProbe probe) {
        long begin = System.nanoTime();
        Status status;
        try {
            probe.probe();
            status = Status.HEALTHY;
        } catch (PortFailure e) {
            LOG.log(Level.WARNING, () -> "%s: %s".formatted(probe.name(), e.getMessage()));
            status = Status.UNHEALTHY;
        }
        return new Check(status, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static Check result(Future<Check> look) throws InterruptedException {
        try {
            return look.get();
        } catch (CancellationException | ExecutionException e) {
            LOG.log(Level.WARNING, "a health probe did not end", e);
            return new Check(Status.UNHEALTHY, PATIENCE);
        }
    }

    private static Status overall(Map<String, Check> checks) {
        if (checks.values().stream().allMatch(check -> check.status() == Status.HEALTHY)) {
            return Status.HEALTHY;
        }
        var vital = checks.get(VITAL);
        return vital != null && vital.status() != Status.HEALTHY ? Status.UNHEALTHY : Status.DEGRADED;
    }
}
