package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.search.Answer;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer as it is written, in events: {@code token} for each piece of the text, then {@code citations} and {@code done}. What fails before
 * the first piece is answered as everywhere; what fails later is an event, {@code error}, with the same problem, and the last one.
 */
final class AnswerStream {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerStream.class);

    private final Context ctx;
    private boolean begun;

    AnswerStream(Context ctx) {
        this.ctx = ctx;
    }

    private record Token(String text) {}

    private record Citations(List<CitationJson> citations) {}

    /** Writes what comes of it. A client that goes away ends it: nobody reads on, so nothing more is asked of the model. */
    void write(Supplier<Answer> asking) throws IOException {
        try {
            var answer = asking.get();
            send("citations", new Citations(CitationJson.of(answer.citations())));
            send("done", AnswerJson.of(answer));
        } catch (DomainException | PortFailure | IllegalStateException e) {
            if (!begun) {
                throw e;
            }
            var problem = ExceptionHandlers.problem(e, ctx);
            send("error", ProblemJson.of(problem, ctx.res().getHeader(RequestScope.REQUEST_ID_HEADER)));
        } catch (UncheckedIOException e) {
            LOG.debug("the client went away before its answer was written", e);
        }
    }

    /** A piece of the text. */
    void token(String text) {
        try {
            send("token", new Token(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String event, Object data) throws IOException {
        if (!begun) {
            begun = true;
            ctx.status(200).contentType(EventWriter.MEDIA_TYPE).header("X-Accel-Buffering", "no");
            ctx.header("Cache-Control", "no-store");
        }
        var out = ctx.res().getOutputStream();
        out.write("event: %s\ndata: ".formatted(event).getBytes(StandardCharsets.UTF_8));
        out.write(Json.bytes(data));
        out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
