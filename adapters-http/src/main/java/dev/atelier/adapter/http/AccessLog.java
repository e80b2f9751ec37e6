package dev.atelier.adapter.http;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * One line for each request, when it has ended. It names the route and not the address: ids, cursors and whatever else a
 * client puts there stay out of the log.
 */
final class AccessLog implements RequestLog {

    private static final String NO_ROUTE = "-";

    private final Logger logger;

    private final RequestObserver observer;

    AccessLog(Logger logger, RequestObserver observer) {
        this.logger = logger;
        this.observer = observer;
    }

    @Override
    public void log(Request request, Response response) {
        var route = RequestScope.route(request).orElse(NO_ROUTE);
        var took = Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
        observer.answered(RequestScope.requestId(request), request.getMethod(), route, response.getStatus(), took);
        var line = logger.atLevel(isProbe(route) ? Level.DEBUG : Level.INFO)
                .addKeyValue("requestId", RequestScope.requestId(request))
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", took.toMillis())
                .addKeyValue("bytes", Response.getContentBytesWritten(response));
        RequestScope.user(request)
                .map(user -> line.addKeyValue("userId", user.value()))
                .orElse(line)
                .log("{} {} {}", request.getMethod(), route, response.getStatus());
    }

    /** Probes come every few seconds for ever. */
    private static boolean isProbe(String route) {
        return route.startsWith("/health") || route.equals("/metrics");
    }
}
