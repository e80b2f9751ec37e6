package dev.atelier.adapter.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API, being served. */
public final class HttpAdapter implements AutoCloseable {

    private final Javalin javalin;
    private final EventStreams streams;

    private HttpAdapter(Javalin javalin, EventStreams streams) {
        this.javalin = javalin;
        this.streams = streams;
    }

    /**
     * Serves {@code ports} until it is closed.
     *
     * @throws IllegalStateException when it cannot listen there, mostly because another program does; the message names
     *     the port
     */
    public static HttpAdapter start(HttpSettings settings, HttpPorts ports, RequestObserver observer) {
        return start(settings, ports, new AccessLog(LoggerFactory.getLogger(AccessLog.class), observer));
    }

    static HttpAdapter start(HttpSettings settings, HttpPorts ports, Logger accessLog) {
        return start(settings, ports, new AccessLog(accessLog, RequestObserver.NOBODY));
    }

    private static HttpAdapter start(HttpSettings settings, HttpPorts ports, AccessLog accessLog) {
        var streams = new EventStreams();
        var javalin = Javalin.create(config -> configure(config, settings, ports, streams, accessLog));
        try {
            javalin.start();
        } catch (JavalinException e) {
            throw new IllegalStateException(
                    "cannot listen on %s, port %d: is it taken?".formatted(settings.host(), settings.port()), e);
        }
        return new HttpAdapter(javalin, streams);
    }

    private static void configure(
            JavalinConfig config, HttpSettings settings, HttpPorts ports, EventStreams streams, AccessLog accessLog) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jsonMapper(new JavalinJackson(Json.MAPPER, true));
        config.http.prefer405over404 = true;
        // Ranges and event streams must go out as they are; JSON is compressed by the proxy, which does it for all.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        var writer = new ProblemWriter(UnreadBody.upTo(Math.max(settings.uploadMaxBytes(), JsonBody.MAX_BYTES)));
        new JettySetup(settings, accessLog).apply(config);
        config.router.javaLangErrorHandler(writer::write);
        new ExceptionHandlers(writer).register(config.routes);
        new Routes(config.routes).declare(ports, settings, streams);
    }

    /** How many streams of events are open. */
    public int openStreams() {
        return streams.count();
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /**
     * Takes no more connections, ends the event streams, and returns when the other requests in flight are answered, also
     * those that still come on connections that are open, or their time ({@link HttpSettings#stopTimeout()}) is over.
     */
    @Override
    public void close() {
        streams.close();
        javalin.stop();
    }
}
