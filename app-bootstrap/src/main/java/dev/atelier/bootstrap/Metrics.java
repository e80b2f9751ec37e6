package dev.atelier.bootstrap;

import dev.atelier.adapter.http.RequestObserver;
import dev.atelier.adapter.postgres.ConnectionCounts;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.job.JobObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.MDC;

/** Figures of this process for Prometheus, and what each line that a job logs has in common. */
final class Metrics implements JobObserver, AutoCloseable {

    private static final Duration[] JOB_BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private static final String ATTEMPT = "attempt";
    private static final String JOB_ID = "jobId";
    private static final String JOB_KIND = "jobKind";

    private static final String REQUEST_ID = "requestId";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Spans spans;
    private final ModelFigures models;

    /** Listens to the JVM, until it is closed. */
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    private final Counter takenOver = Counter.builder("atelier.jobs.taken.over")
            .description("Jobs that were taken from workers which gave no sign of life")
            .register(registry);

    private final Counter sweeps = Counter.builder("atelier.jobs.sweeps")
            .description("Rounds of looking for jobs that ended long ago")
            .register(registry);

    private final Counter removed = Counter.builder("atelier.jobs.removed")
            .description("Jobs that were forgotten because they ended long ago")
            .register(registry);

    Metrics(Spans spans) {
        this.spans = spans;
        this.models = new ModelFigures(registry, spans);
        List.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(figures -> figures.bindTo(registry));
        garbage.bindTo(registry);
    }

    RequestObserver requests() {
        return new RequestFigures(registry, spans);
    }

    ModelFigures models() {
        return models;
    }

    BlobStorage watch(BlobStorage storage) {
        return new WatchedStorage(storage, registry, spans);
    }

    /** @param most how many there may be */
    void connections(Supplier<ConnectionCounts> now, int most) {
        connections("in_use", () -> now.get().inUse());
        connections("idle", () -> now.get().idle());
        connections("waited_for", () -> now.get().waiting());
        connections("allowed", () -> most);
    }

    private void connections(String state, IntSupplier count) {
        Gauge.builder("atelier.database.connections", count, IntSupplier::getAsInt)
                .description("Connections to the database: in use, idle, waited for by threads, and allowed")
                .tag("state", state)
                .strongReference(true)
                .register(registry);
    }

    /** All of them, in the text format of Prometheus. */
    String text() {
        return registry.scrape();
    }

    /** How full the queues are is asked when the figures are, and not more often than every few seconds. */
    void queues(Supplier<List<QueueDepth>> depths) {
        var known = new RecentDepths(depths);
        for (var queue : Queue.values()) {
            queue(queue, "atelier.jobs.due", "Jobs that wait and whose time has come", known, QueueDepth::due);
            queue(queue, "atelier.jobs.dead", "Jobs that failed for good", known, QueueDepth::dead);
            queue(
                    queue,
                    "atelier.jobs.oldest.seconds",
                    "How long the job waits that waits longest",
                    known,
                    depth -> depth.oldest().toMillis() / 1_000.0);
        }
    }

    private void queue(
            Queue queue, String name, String description, RecentDepths depths, ToDoubleFunction<QueueDepth> value) {
        Gauge.builder(
                        name,
                        depths,
                        known -> known.of(queue).map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .tag("queue", queue.toString())
                .strongReference(true)
                .register(registry);
    }

    void openStreams(IntSupplier count) {
        Gauge.builder("atelier.run.event.streams", count, IntSupplier::getAsInt)
                .description("Streams of events that are open")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public Scope begin(Claim claim) {
        var job = claim.job();
        MDC.put(JOB_ID, job.id().value().toString());
        MDC.put(JOB_KIND, job.task().kind());
        MDC.put(ATTEMPT, Integer.toString(claim.attempt()));
        claim.requestId().ifPresent(id -> MDC.put(REQUEST_ID, id));
        return () -> {
            MDC.remove(REQUEST_ID);
            MDC.remove(JOB_ID);
            MDC.remove(JOB_KIND);
            MDC.remove(ATTEMPT);
        };
    }

    @Override
    public void ended(Claim claim, Outcome outcome, Duration took) {
        Timer.builder("atelier.jobs.attempts")
                .description("How long attempts took, by how they ended")
                .tag("kind", claim.job().task().kind())
                .tag("outcome", spelled(outcome))
                .serviceLevelObjectives(JOB_BUCKETS)
                .register(registry)
                .record(took);
        spans.record(new Spans.Span(
                "job " + claim.job().task().kind(),
                Spans.Kind.JOB,
                claim.requestId(),
                took,
                Map.of(
                        "job.id", claim.job().id().value().toString(),
                        "job.attempt", Integer.toString(claim.attempt()),
                        "outcome", spelled(outcome)),
                outcome == Outcome.DEAD || outcome == Outcome.RETRIED));
    }

    private static String spelled(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    @Override
    public void takenOver(int jobs) {
        takenOver.increment(jobs);
    }

    @Override
    public void swept(int jobs) {
        sweeps.increment();
        removed.increment(jobs);
    }
}
