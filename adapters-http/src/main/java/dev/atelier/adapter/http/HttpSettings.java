package dev.atelier.adapter.http;

import java.time.Duration;
import java.util.Set;

/**
 * How the API is served.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param allowedOrigins the origins (RFC 6454) whose pages may call from a browser: {@code https://app.example.com}
 * @param uploadMaxBytes how large an uploaded file may be
 * @param idleTimeout after how long without a byte a connection is closed, a request that does not get on included
 * @param eventStreamKeepAlive after how long without an event a comment is sent on an event stream; shorter than
 *     {@code idleTimeout} and than the patience of proxies
 * @param stopTimeout how long requests in flight may go on after {@link HttpAdapter#close()}
 * @param anonymousUsers whether users are let in who have signed in without saying who they are
 */
public record HttpSettings(
        String host,
        int port,
        Set<String> allowedOrigins,
        long uploadMaxBytes,
        Duration idleTimeout,
        Duration eventStreamKeepAlive,
        Duration stopTimeout,
        boolean anonymousUsers) {

    private static final String EVERY_ADDRESS = "0.0.0.0";
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    /** @throws IllegalArgumentException for a port that does not exist, or a limit or duration that is not above 0 */
    public HttpSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (uploadMaxBytes < 1) {
            throw new IllegalArgumentException("uploadMaxBytes must be at least 1, not " + uploadMaxBytes);
        }
        if (!idleTimeout.isPositive() || !eventStreamKeepAlive.isPositive() || !stopTimeout.isPositive()) {
            throw new IllegalArgumentException("idleTimeout, eventStreamKeepAlive and stopTimeout must be more than 0");
        }
    }

    /** On every address of this machine, with the durations that suit production, and without anonymous users. */
    public static HttpSettings of(int port, Set<String> allowedOrigins, long uploadMaxBytes) {
        return new HttpSettings(
                EVERY_ADDRESS, port, allowedOrigins, uploadMaxBytes, IDLE_TIMEOUT, KEEP_ALIVE, STOP_TIMEOUT, false);
    }

    /** The same, with anonymous users let in or not. */
    public HttpSettings withAnonymousUsers(boolean letIn) {
        return new HttpSettings(
                host, port, allowedOrigins, uploadMaxBytes, idleTimeout, eventStreamKeepAlive, stopTimeout, letIn);
    }
}
