package dev.atelier.adapter.http;

import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.application.InboundPorts;
import dev.atelier.application.OutboundPorts;
import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.json.template.BuiltInTemplates;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** The API over the real core, which keeps everything in memory. */
final class TestServer implements AutoCloseable {

    static final String ORIGIN = "https://app.example.com";
    static final long UPLOAD_MAX_BYTES = 1024 * 1024;

    static final HttpSettings SETTINGS = new HttpSettings(
            "localhost",
            0,
            Set.of(ORIGIN),
            UPLOAD_MAX_BYTES,
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            false);

    static final String METRICS = "# HELP tea_pots Pots.\n# TYPE tea_pots gauge\ntea_pots 2.0\n";

    private final InMemoryAdapters adapters;
    private final InboundPorts core;
    private final HttpAdapter http;

    private TestServer(InMemoryAdapters adapters, InboundPorts core, HttpAdapter http) {
        this.adapters = adapters;
        this.core = core;
        this.http = http;
    }

    static TestServer start() {
        return start(SETTINGS, ports -> ports);
    }

    static TestServer start(HttpSettings settings, UnaryOperator<HttpPorts> ports) {
        return start(settings, ports, NOPLogger.NOP_LOGGER);
    }

    static TestServer start(HttpSettings settings, UnaryOperator<HttpPorts> ports, Logger accessLog) {
        var adapters = InMemoryAdapters.create();
        var core = AtelierCore.assemble(
                new OutboundPorts(
                        adapters.transactions(),
                        adapters.users(),
                        adapters.projects(),
                        adapters.documents(),
                        adapters.files(),
                        adapters.fileInventory(),
                        adapters.blobs(),
                        adapters.contentTypes(),
                        adapters.thumbnailer(),
                        adapters.workflows(),
                        adapters.runs(),
                        adapters.runEventFeed(),
                        adapters.jobs(),
                        adapters.jobRecords(),
                        adapters.jobSignal(),
                        JobObserver.NOBODY,
                        adapters.idempotency(),
                        adapters.passages(),
                        adapters.textExtractor(),
                        Embedders.only(new HashingEmbedder()),
                        adapters.textModel(),
                        adapters.imageModel(),
                        adapters.modelCatalog(),
                        adapters.callLedger(),
                        Optional.empty(),
                        Optional.empty(),
                        BuiltInTemplates.all(),
                        List.of(adapters.healthProbe()),
                        Instant::now),
                CoreSettings.DEFAULT.withUploadMaxBytes(settings.uploadMaxBytes()));
        var all = new HttpPorts(
                adapters.tokenVerifier(),
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
                () -> METRICS);
        return new TestServer(adapters, core, HttpAdapter.start(settings, ports.apply(all), accessLog));
    }

    InMemoryAdapters adapters() {
        return adapters;
    }

    InboundPorts core() {
        return core;
    }

    HttpAdapter http() {
        return http;
    }

    /** The client of somebody who has just signed up. */
    Api newUser() {
        var user = new UserId(UUID.randomUUID());
        adapters.addUser(new User(user, "somebody@example.com", new UserProfile(""), Instant.now(), 1));
        return client(user, adapters.tokenVerifier().issue(user, Instant.now().plus(Duration.ofHours(1))));
    }

    Api client(UserId user, String token) {
        return new Api(http.port(), Optional.of(token), user);
    }

    Api stranger() {
        return new Api(http.port(), Optional.empty(), new UserId(new UUID(0, 0)));
    }

    @Override
    public void close() {
        http.close();
    }
}
