package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.run.RunEventStream;
import dev.atelier.port.in.run.RunEventStream.Item;
import dev.atelier.port.in.run.Runs;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /runs/{id}/events}. The thread of the request follows the run until its last event; it is a virtual one, and all
 * that a waiting stream holds. However a stream ends before that, the client comes back with {@code Last-Event-ID}.
 */
final class RunEventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RunEventHandler.class);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final int FAILURES_BORNE = 20;

    /** It is kept as long as the stream is open, and holds an event; Jetty's own is eight times as large. */
    private static final int BUFFER_BYTES = 4 * 1024;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Runs runs;
    private final EventStreams streams;
    private final Duration keepAlive;

    RunEventHandler(Runs runs, EventStreams streams, Duration keepAlive) {
        this.runs = runs;
        this.streams = streams;
        this.keepAlive = keepAlive;
    }

    void get(Context ctx) throws IOException {
        try (var stream = runs.follow(RequestScope.user(ctx.req()), RunHandlers.id(ctx), lastEventId(ctx))) {
            begin(ctx);
            streams.begun();
            try {
                follow(stream, new EventWriter(ctx.res().getOutputStream()));
            } finally {
                streams.ended();
            }
        } catch (InterruptedException e) {
            LOG.debug("an event stream ends because the server stops");
        }
    }

    void head(Context ctx) {
        runs.get(RequestScope.user(ctx.req()), RunHandlers.id(ctx));
        ctx.contentType(EventWriter.MEDIA_TYPE);
    }

    private static void begin(Context ctx) throws IOException {
        ctx.contentType(EventWriter.MEDIA_TYPE).header("X-Accel-Buffering", "no");
        ctx.res().setBufferSize(BUFFER_BYTES);
        ctx.res().flushBuffer();
    }

    private void follow(RunEventStream stream, EventWriter writer) throws IOException, InterruptedException {
        long lastWritten = System.nanoTime();
        int failures = 0;
        while (!stream.isFinished() && failures < FAILURES_BORNE) {
            var items = List.<Item>of();
            try {
                items = streams.await(stream, keepAlive.minusNanos(System.nanoTime() - lastWritten));
                failures = 0;
            } catch (DomainException.NotFound removed) {
                return;
            } catch (PortFailure e) {
                failures++;
                LOG.warn("the events of a run cannot be read for now: {}", e.getMessage());
                streams.pause(RETRY_PAUSE);
            }
            if (!items.isEmpty()) {
                writer.write(items);
                lastWritten = System.nanoTime();
            } else if (System.nanoTime() - lastWritten >= keepAlive.toNanos()) {
                writer.keepAlive();
                lastWritten = System.nanoTime();
            }
        }
    }

    /**
     * The number of the last event that the client has got; 0 for none.
     *
     * @throws ProblemException when it is not a number
     */
    private static long lastEventId(Context ctx) {
        return Optional.ofNullable(ctx.header("Last-Event-ID"))
                .map(RunEventHandler::number)
                .orElse(0L);
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, "Last-Event-ID must be the number of an event.")
                    .exception();
        }
        return Long.parseLong(text);
    }
}
