package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atelier.adapter.postgres.ConnectionCounts;
import dev.atelier.adapter.r2.R2Adapter;
import dev.atelier.adapter.r2.R2Settings;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.local.LocalStorage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.job.JobObserver.Outcome;
import dev.atelier.port.out.run.TextModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The names that dashboards and alerts go by stay as they are. */
class MetricsTest {

    private static final Path MONITORING = Path.of("../deployment/monitoring");
    private static final Pattern NAME = Pattern.compile("\\b(?:atelier|jvm|process|system|hikaricp)_[a-z_]+\\b");

    private static final TextModel TEXT = (request, onToken) -> new TextModel.Text(
            "Cocoa", ObjectValue.EMPTY, new ModelUsage("openai/gpt-4o-mini", 7, 3, 0, new BigDecimal("0.25")));

    private final List<Spans.Span> spans = new ArrayList<>();
    private final Metrics metrics = new Metrics(spans::add);

    @AfterEach
    void close() {
        metrics.close();
        MDC.clear();
    }

    @Test
    void every_promised_name_is_there_and_no_other_of_ours() throws IOException {
        useEverything();
        var promised = Set.copyOf(Files.readAllLines(Path.of("src/test/resources/metrics.txt")));

        var exported = exported();

        assertTrue(exported.containsAll(promised), () -> missing(promised, exported));
        var ours = exported.stream().filter(name -> name.startsWith("atelier_")).collect(Collectors.toSet());
        assertTrue(promised.containsAll(ours), () -> missing(ours, promised));
    }

    @Test
    void dashboard_and_alerts_use_names_that_are_promised() throws IOException {
        var promised = Set.copyOf(Files.readAllLines(Path.of("src/test/resources/metrics.txt")));
        for (var file : List.of("dashboard.json", "alerts.yml")) {
            var used = used(file);

            assertFalse(used.isEmpty(), file);
            assertTrue(promised.containsAll(used), () -> file + missing(used, promised));
        }
    }

    /** A figure that nobody looks at is a figure too many. */
    @Test
    void the_dashboard_shows_every_name_of_ours() throws IOException {
        var shown = used("dashboard.json");
        var ours = Files.readAllLines(Path.of("src/test/resources/metrics.txt")).stream()
                .filter(name -> name.startsWith("atelier_"))
                .collect(Collectors.toSet());

        assertTrue(shown.containsAll(ours), () -> missing(ours, shown));
    }

    @Test
    void every_alert_is_explained() throws IOException {
        var explained = Files.readString(Path.of("../docs/operations.md"));
        var alerts = Pattern.compile("alert: (\\w+)")
                .matcher(Files.readString(MONITORING.resolve("alerts.yml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertFalse(alerts.isEmpty());
        alerts.forEach(alert -> assertTrue(explained.contains("`" + alert + "`"), alert));
    }

    @Test
    void the_dashboard_has_panels_that_do_not_lie_upon_each_other() throws IOException {
        JsonNode panels = new ObjectMapper()
                .readTree(MONITORING.resolve("dashboard.json").toFile())
                .get("panels");
        var places = new TreeSet<String>();
        panels.forEach(panel -> places.add(panel.at("/gridPos/x") + " " + panel.at("/gridPos/y")));

        assertEquals(panels.size(), places.size());
    }

    @Test
    void calls_are_counted_by_how_they_ended() {
        var model = metrics.models().text("openrouter", (request, onToken) -> {
            throw new PortFailure.Permanent(PortFailure.Service.TEXT_MODEL, "no", new IOException("no"));
        });

        assertThrows(PortFailure.Permanent.class, () -> model.write(request(), token -> {}));

        assertHas("atelier_ai_calls_seconds_count{kind=\"text\",outcome=\"permanent\",provider=\"openrouter\"} 1");
    }

    @Test
    void tokens_and_cost_are_added_up() {
        var model = metrics.models().text("openrouter", TEXT);
        model.write(request(), token -> {});
        model.write(request(), token -> {});

        assertHas("atelier_ai_tokens_total{direction=\"input\",kind=\"text\",provider=\"openrouter\"} 14");
        assertHas("atelier_ai_tokens_total{direction=\"output\",kind=\"text\",provider=\"openrouter\"} 6");
        assertHas("atelier_ai_cost_usd_total{kind=\"text\",provider=\"openrouter\"} 0.5");
    }

    @Test
    void bytes_of_storage_are_counted_as_they_are_read() {
        store(1234);

        assertHas("atelier_storage_bytes_total{direction=\"write\"} 1234");
        assertHas("atelier_storage_operations_seconds_count{operation=\"put\",outcome=\"ok\"} 1");
    }

    @Test
    void methods_that_clients_make_up_are_one_series() {
        metrics.requests().answered("r1", "BREW", "-", 405, Duration.ofMillis(1));
        metrics.requests().answered("r2", "STEEP", "-", 405, Duration.ofMillis(1));

        assertHas("atelier_http_requests_seconds_count{method=\"OTHER\",route=\"-\",status=\"405\"} 2");
    }

    @Test
    void a_request_its_job_and_its_calls_go_by_one_id() {
        metrics.requests().answered("r1", "POST", "/api/v1/workflows/{id}/runs", 202, Duration.ofMillis(5));
        var claim = claim(Optional.of("r1"));
        try (var ignored = metrics.begin(claim)) {
            assertEquals("r1", MDC.get("requestId"));
            metrics.models().text("openrouter", TEXT).write(request(), token -> {});
        }
        metrics.ended(claim, Outcome.DONE, Duration.ofMillis(5));

        assertEquals(3, spans.size());
        assertTrue(spans.stream().allMatch(span -> span.requestId().equals(Optional.of("r1"))), spans::toString);
        assertNull(MDC.get("requestId"));
    }

    private void useEverything() {
        metrics.queues(() -> Arrays.stream(Queue.values())
                .map(queue -> new QueueDepth(queue, 1, Duration.ofSeconds(1), 1))
                .toList());
        metrics.openStreams(() -> 1);
        metrics.connections(() -> new ConnectionCounts(1, 2, 0), 10);
        metrics.requests().answered("r1", "GET", "/api/v1/me", 200, Duration.ofMillis(5));
        metrics.ended(claim(Optional.empty()), Outcome.DONE, Duration.ofMillis(5));
        metrics.takenOver(1);
        metrics.swept(1);
        metrics.models().text("openrouter", TEXT).write(request(), token -> {});
        store(1);
    }

    private void store(int bytes) {
        var bucket = LocalStorage.shared().newBucket();
        try (var r2 = R2Adapter.open(R2Settings.of(
                bucket.endpoint(), bucket.accessKey(), bucket.secretKey(), bucket.name(), bucket.publicUrl()))) {
            metrics.watch(r2.storage())
                    .put(
                            new ObjectKey("files/figures"),
                            new ByteArrayInputStream(new byte[bytes]),
                            new BlobProperties("text/plain", "figures.txt", false));
        }
    }

    private static TextModel.Request request() {
        return new TextModel.Request(
                "Write", "", Optional.empty(), BigDecimal.ONE, OptionalInt.empty(), OutputFormat.TEXT);
    }

    private Set<String> exported() {
        return metrics.text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> series(line.replaceFirst("[ {].*", "")))
                .collect(Collectors.toSet());
    }

    private static Set<String> used(String file) throws IOException {
        return NAME.matcher(Files.readString(MONITORING.resolve(file), UTF_8))
                .results()
                .map(found -> series(found.group()))
                .filter(name -> !name.equals("jvm_gc_pause_seconds")) // is there after the first pause
                .collect(Collectors.toSet());
    }

    /** Without what a histogram adds to its name. */
    private static String series(String name) {
        return name.replaceFirst("_seconds_(count|sum|bucket|max)$", "_seconds");
    }

    private static String missing(Set<String> wanted, Set<String> there) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return " misses " + missing;
    }

    private void assertHas(String line) {
        assertTrue(
                metrics.text().lines().anyMatch(line::equals) || metrics.text().contains(line + ".0"), metrics::text);
    }

    private static Claim claim(Optional<String> requestId) {
        var job = Job.of(new JobId(UUID.randomUUID()), new UserId(UUID.randomUUID()), new Task.RemoveDeletedFiles());
        return new Claim(job, 1, 1, requestId);
    }
}
