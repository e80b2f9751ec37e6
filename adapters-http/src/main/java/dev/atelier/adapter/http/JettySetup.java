package dev.atelier.adapter.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What is Jetty's part: connections, threads, limits, cross-origin rules, the end. */
final class JettySetup {

    /** A token may have 16 KiB. */
    private static final int HEADER_BYTES = 32 * 1024;

    /** What is read at once: an upload wakes its thread for each, and 8 KiB would be 130,000 times for a gibibyte. */
    private static final int INPUT_BYTES = 64 * 1024;

    private static final int MAX_CONNECTIONS = 10_000;

    /** All who follow a run come back at once when a backend has been restarted; with the system's 50 they wait a second and more. */
    private static final int ACCEPT_QUEUE = 1_024;

    /** For the sockets; requests have virtual ones. */
    private static final int PLATFORM_THREADS = 16;

    private static final Duration PREFLIGHT_LIFETIME = Duration.ofHours(1);

    private final HttpSettings settings;
    private final AccessLog accessLog;

    JettySetup(HttpSettings settings, AccessLog accessLog) {
        this.settings = settings;
        this.accessLog = accessLog;
    }

    void apply(JavalinConfig config) {
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(this::server);
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
        config.jetty.modifyHttpConfiguration(JettySetup::http);
        config.jetty.addConnector(this::connector);
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(PLATFORM_THREADS);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-request-"));
        return threads;
    }

    /**
     * From the outside to the inside: the last one inserted is the first one asked. There is no handler that refuses requests
     * while the server stops: its connectors listen no more, and close each connection after the answer that it waits for.
     */
    private void server(Server server) {
        server.insertHandler(crossOrigin());
        server.insertHandler(new RequestScope());
        server.setErrorHandler(new JettyErrors());
        server.setRequestLog(accessLog);
        server.setStopTimeout(settings.stopTimeout().toMillis());
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    }

    private Handler.Singleton crossOrigin() {
        var rules = new CrossOriginHandler();
        rules.setAllowedOriginPatterns(
                settings.allowedOrigins().stream().map(Pattern::quote).collect(Collectors.toSet()));
        rules.setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(Set.of(
                "Accept",
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "If-Range",
                "Last-Event-ID",
                "Range",
                RequestScope.REQUEST_ID_HEADER));
        rules.setExposedHeaders(Set.of(
                "Content-Disposition",
                "Content-Range",
                "ETag",
                "Location",
                "Retry-After",
                RequestScope.REQUEST_ID_HEADER));
        rules.setAllowCredentials(false);
        rules.setPreflightMaxAge(PREFLIGHT_LIFETIME);
        return rules;
    }

    private static void http(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        // What can be understood in two ways is refused before anybody understands it in one.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        var http1 = new HttpConnectionFactory(http);
        http1.setInputBufferSize(INPUT_BYTES);
        var connector = new ServerConnector(server, 1, -1, http1);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        return connector;
    }
}
