package dev.atelier.adapter.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with a problem. */
final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    /** What a handler may have said of the answer that it did not finish. */
    private static final List<String> OF_THE_OTHER_ANSWER = List.of(
            "Content-Length",
            "Content-Disposition",
            "Content-Range",
            "Accept-Ranges",
            "ETag",
            "Location",
            "Last-Modified");

    private final UnreadBody unreadBody;

    ProblemWriter(UnreadBody unreadBody) {
        this.unreadBody = unreadBody;
    }

    /** When a part of another answer is under way already, it ends where it is: shorter than announced. */
    void write(Context ctx, Problem problem) {
        try {
            write(ctx.res(), problem);
            unreadBody.discard(ctx.req());
        } catch (IOException e) {
            LOG.debug("the client went away before it was told {}", problem.code(), e);
        }
    }

    /** The machine itself is at its end: an {@link Error}, of which nobody can know what it left behind. */
    void write(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        try {
            write(response, FailureProblems.internalError());
        } catch (IOException e) {
            LOG.debug("the client went away before it was told", e);
        }
    }

    private static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            OF_THE_OTHER_ANSWER.forEach(name -> response.setHeader(name, null));
            send(response, problem);
        }
    }

    private static void send(HttpServletResponse response, Problem problem) throws IOException {
        var body = Json.bytes(ProblemJson.of(problem, response.getHeader(RequestScope.REQUEST_ID_HEADER)));
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::setHeader);
        response.setContentType(null); // the charset of another type would stay
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
