package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** What every request has, whatever becomes of it: an id, also in the lines that are logged meanwhile, and safe headers. */
final class RequestScope extends Handler.Wrapper {

    static final String REQUEST_ID_HEADER = "X-Request-Id";

    private static final String REQUEST_ID = "requestId";
    private static final String USER_ID = "userId";
    private static final String ROUTE = "route";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        MDC.put(REQUEST_ID, begin(request, response));
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(REQUEST_ID);
            MDC.remove(USER_ID);
        }
    }

    /** Gives the request its id, unless it has one, and the answer its headers; returns the id. */
    static String begin(Request request, Response response) {
        if (!(request.getAttribute(REQUEST_ID) instanceof String)) {
            request.setAttribute(
                    REQUEST_ID,
                    givenId(request).orElseGet(() -> UUID.randomUUID().toString()));
        }
        var id = (String) request.getAttribute(REQUEST_ID);
        response.getHeaders()
                .put(REQUEST_ID_HEADER, id)
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put("Cache-Control", "no-store");
        return id;
    }

    /** What would spoil a log or a header is not taken over. */
    private static Optional<String> givenId(Request request) {
        return Optional.ofNullable(request.getHeaders().get(REQUEST_ID_HEADER))
                .filter(id -> SANE_ID.matcher(id).matches());
    }

    static String requestId(Request request) {
        return request.getAttribute(REQUEST_ID) instanceof String id ? id : "";
    }

    static void user(HttpServletRequest request, UserId user) {
        request.setAttribute(USER_ID, user);
        MDC.put(USER_ID, user.value().toString());
    }

    /** Who asks; there is somebody wherever {@link Authentication} has let a request pass. */
    static UserId user(HttpServletRequest request) {
        if (request.getAttribute(USER_ID) instanceof UserId user) {
            return user;
        }
        throw new IllegalStateException("nobody was authenticated for " + request.getRequestURI());
    }

    static Optional<UserId> user(Request request) {
        return Optional.ofNullable(request.getAttribute(USER_ID)).map(UserId.class::cast);
    }

    static void route(HttpServletRequest request, String pattern) {
        request.setAttribute(ROUTE, pattern);
    }

    static Optional<String> route(Request request) {
        return Optional.ofNullable(request.getAttribute(ROUTE)).map(String.class::cast);
    }
}
