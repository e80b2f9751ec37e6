package dev.atelier.bootstrap;

import dev.atelier.adapter.ai.OfflineModels;
import dev.atelier.adapter.ai.OpenRouter;
import dev.atelier.adapter.ai.Tavily;
import dev.atelier.adapter.brevo.BrevoAdapter;
import dev.atelier.adapter.http.HttpAdapter;
import dev.atelier.adapter.http.HttpPorts;
import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.adapter.media.MediaAdapter;
import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.r2.R2Adapter;
import dev.atelier.adapter.redis.RedisAdapter;
import dev.atelier.adapter.text.TextAdapter;
import dev.atelier.adapter.text.TextSettings;
import dev.atelier.application.AtelierCore;
import dev.atelier.application.InboundPorts;
import dev.atelier.application.OutboundPorts;
import dev.atelier.json.template.BuiltInTemplates;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.FileUpkeep;
import dev.atelier.port.in.file.SweepReport;
import dev.atelier.port.in.job.JobOperations;
import dev.atelier.port.in.search.Reindexing;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.search.Embedders;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process of Atelier, wired and running. Closing it closes what it opened, last first. */
final class App implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    private static final String OFFLINE = "offline";
    private static final String COMMAND = "atelier-command";

    private final Resources resources = new Resources();
    private final AppConfig config;
    private final Metrics metrics;
    private Optional<InboundPorts> operated = Optional.empty();
    private int port;

    /** @param service what this process is called in traces */
    private App(AppConfig config, String service) {
        this.config = config;
        this.metrics = resources.add(new Metrics(spans(service)));
    }

    /** Without a collector, no class of OpenTelemetry is loaded. */
    private Spans spans(String service) {
        return config.traces().isPresent()
                ? resources.add(OtlpSpans.open(service, config.traces().get()))
                : Spans.NONE;
    }

    /** Brings the schema up to date, then serves HTTP. */
    static App startBackend(AppConfig config) {
        return starting(config, "atelier-backend", App::serve);
    }

    /** Does jobs. */
    static App startWorker(AppConfig config) {
        return starting(config, "atelier-worker", App::work);
    }

    /** Does nothing by itself: for commands. */
    static App forOperator(AppConfig config) {
        return starting(config, COMMAND, app -> app.operated = Optional.of(app.assemble(List.of())));
    }

    private static App starting(AppConfig config, String service, Consumer<App> start) {
        var app = new App(config, service);
        try {
            start.accept(app);
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    /** Serves HTTP on a schema that is somebody else's care. */
    static App startBackendAsItIs(AppConfig config) {
        return starting(config, COMMAND, App::listen);
    }

    private void serve() {
        Migrations.migrate(config.migrations(), config.pgvector())
                .forEach(version -> LOG.info("migrated to {}", version));
        listen();
    }

    private void listen() {
        var auth = resources.add(SupabaseAuth.open(config.auth(), InstantSource.system()));
        var core = assemble(List.of(auth.healthProbe()));
        var ports = new HttpPorts(
                auth.tokenVerifier(),
                core.accounts(),
                core.projects(),
                core.documents(),
                core.files(),
                core.workflows(),
                core.workflowTemplates(),
                core.runs(),
                core.usageReports(),
                core.search(),
                core.jobs(),
                core.idempotentRequests(),
                core.health(),
                metrics::text);
        var http = resources.add(HttpAdapter.start(config.http(), ports, metrics.requests()));
        metrics.openStreams(http::openStreams);
        port = http.port();
        LOG.info("backend {} listens on port {}", Version.current(), port);
    }

    /** The port that a backend listens on, or a worker shows its figures on; 0 for a worker that shows none. */
    int port() {
        return port;
    }

    private void work() {
        var core = assemble(List.of());
        config.metricsPort().ifPresent(wanted -> {
            port = resources.add(MetricsServer.start(wanted, metrics::text)).port();
            LOG.info("figures for Prometheus are on port {}", port);
        });
        resources.add(core.jobs().startWorker(config.worker()));
        LOG.info(
                "worker {} does {} jobs at once, of {}",
                Version.current(),
                config.worker().concurrency(),
                config.worker().queues());
    }

    /** What an operator may do. */
    JobOperations jobOperations() {
        return operated.orElseThrow().jobOperations();
    }

    /** Moves documents to another model for search. */
    Reindexing reindexing() {
        return operated.orElseThrow().reindexing();
    }

    /** A server that is away now may be asked by the doctor, later. */
    private static void advise(RedisAdapter redis) {
        try {
            redis.adviceOnServer().ifPresent(LOG::warn);
        } catch (PortFailure away) {
            LOG.warn("redis is away, its settings cannot be checked: {}", away.getMessage());
        }
    }

    /** Compares files and objects once. */
    static SweepReport sweep(AppConfig config, Function<FileUpkeep, SweepReport> how) {
        try (var app = new App(config, COMMAND)) {
            return how.apply(app.assemble(List.of()).fileUpkeep());
        }
    }

    private InboundPorts assemble(List<HealthProbe> more) {
        var postgres = resources.add(PostgresAdapter.open(config.database()));
        var r2 = resources.add(R2Adapter.open(config.storage()));
        var redis = resources.add(RedisAdapter.open(config.queue()));
        Thread.ofVirtual().name("redis-settings").start(() -> advise(redis)); // nobody waits for it to start
        var probes = new ArrayList<>(List.of(postgres.healthProbe(), r2.healthProbe(), redis.healthProbe()));
        probes.addAll(more);
        var models = config.models().map(settings -> resources.add(OpenRouter.open(settings, InstantSource.system())));
        var provider = models.isPresent() ? "openrouter" : OFFLINE;
        metrics.connections(postgres::connections, config.database().poolSize());
        var outbound = new OutboundPorts(
                postgres.transactions(),
                postgres.users(),
                postgres.projects(),
                postgres.documents(),
                postgres.files(),
                postgres.fileInventory(),
                metrics.watch(r2.storage()),
                MediaAdapter.contentTypes(),
                MediaAdapter.thumbnailer(),
                postgres.workflows(),
                postgres.runs(),
                redis.runEventFeed(),
                postgres.jobs(),
                postgres.jobRecords(),
                redis.jobSignal(),
                metrics,
                postgres.idempotency(),
                postgres.passages(),
                TextAdapter.extractor(TextSettings.DEFAULT),
                metrics.models()
                        .embedders(provider, models.map(OpenRouter::embedders).orElseGet(App::offlineEmbedders)),
                metrics.models()
                        .text(provider, models.map(OpenRouter::textModel).orElseGet(OfflineModels::text)),
                metrics.models()
                        .image(provider, models.map(OpenRouter::imageModel).orElseGet(OfflineModels::image)),
                models.map(OpenRouter::modelCatalog).orElseGet(OfflineModels::catalog),
                postgres.callLedger(),
                webSearch(),
                config.mail()
                        .map(settings -> resources.add(BrevoAdapter.open(settings, InstantSource.system())))
                        .map(BrevoAdapter::mailer),
                BuiltInTemplates.all(),
                probes,
                InstantSource.system());
        var core = AtelierCore.assemble(outbound, config.core());
        metrics.queues(core.jobOperations()::depths);
        return core;
    }

    /** Nobody has to have a key to try it out: where models imitate, so does the search. */
    private Optional<WebSearch> webSearch() {
        return config.webSearch()
                .map(settings -> resources.add(Tavily.open(settings, InstantSource.system())))
                .map(tavily -> metrics.models().search("tavily", tavily.webSearch()))
                .or(() -> config.models().isEmpty()
                        ? Optional.of(metrics.models().search(OFFLINE, OfflineModels.webSearch()))
                        : Optional.empty());
    }

    /** The settings were refused without it. */
    private static Embedders offlineEmbedders() {
        return Embedders.only(OfflineEmbedder.find().orElseThrow());
    }

    @Override
    public void close() {
        resources.close();
    }
}
