package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where an exception becomes an answer. What nobody expected is logged, once, here. */
final class ExceptionHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandlers.class);

    private final ProblemWriter writer;

    ExceptionHandlers(ProblemWriter writer) {
        this.writer = writer;
    }

    void register(RoutesConfig routes) {
        routes.exception(Exception.class, this::handle);
        routes.exception(HttpResponseException.class, this::handle);
    }

    private void handle(Exception exception, Context ctx) {
        writer.write(ctx, problem(exception, ctx));
    }

    /** What {@code exception} is to the client. */
    static Problem problem(Exception exception, Context ctx) {
        return switch (exception) {
            case ProblemException http -> http.problem();
            case DomainException refusal -> FailureProblems.of(refusal, EntityTag.isConditional(ctx));
            case PortFailure failure -> failed(failure);
            case MethodNotAllowedResponse wrong -> methodNotAllowed(wrong);
            case HttpResponseException javalin -> ofStatus(javalin.getStatus());
            case UncheckedIOException broken -> unreadable(broken);
            case IOException broken -> unreadable(broken);
            default -> exception instanceof HttpException jetty ? ofStatus(jetty.getCode()) : unexpected(exception);
        };
    }

    private static Problem failed(PortFailure failure) {
        var problem = FailureProblems.of(failure);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            return unexpected(failure);
        }
        LOG.warn("{}: {}", problem.code(), failure.getMessage());
        return problem;
    }

    private static Problem unexpected(Exception exception) {
        LOG.error("a request failed", exception);
        return FailureProblems.internalError();
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse wrong) {
        var problem = Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "This address does not take this method.");
        return wrong.getDetails().values().stream()
                .findFirst()
                .map(allowed -> problem.withHeader("Allow", allowed))
                .orElse(problem);
    }

    /** The client went away or stopped sending: nothing that anybody here could mend. */
    private static Problem unreadable(Exception broken) {
        LOG.debug("a body could not be read or an answer not be written", broken);
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body could not be read to its end.");
    }

    /** What Javalin and Jetty refuse by themselves. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> FailureProblems.notFound();
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "This address does not take this method.");
            case 413, 414, 431 ->
                Problem.of(ProblemCode.TOO_LARGE, "The request is too large.").withStatus(status);
            case 503 ->
                Problem.of(ProblemCode.UPSTREAM_FAILED, "The server is about to stop.")
                        .withStatus(status)
                        .withHeader("Retry-After", "1");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemCode.MALFORMED_REQUEST, "This is not a request that can be understood.")
                                .withStatus(status)
                        : FailureProblems.internalError();
        };
    }
}
