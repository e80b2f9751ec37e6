package dev.atelier.adapter.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words what Jetty refuses before any route is asked: bad syntax, headers that are too large, requests during the stop. */
final class JettyErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refused
                ? refused.getCode()
                : response.getStatus();
        var problem = ExceptionHandlers.ofStatus(status);
        var body = Json.bytes(ProblemJson.of(problem, RequestScope.begin(request, response)));
        response.setStatus(problem.status());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .put(HttpHeader.CONTENT_LENGTH, body.length);
        problem.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
