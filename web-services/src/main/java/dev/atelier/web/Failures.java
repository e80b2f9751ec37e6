package dev.atelier.web;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.OutcomeUnknown;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * Decides what it means that a call failed.
 *
 * @param name of the service, for people
 * @param key that must not be shown
 */
record Failures(String name, Call call, String key) {

    /** No whole answer came. */
    PortFailure lost(Throwable cause) {
        var message = message(reason(cause));
        if (isUnreached(cause)) {
            return cause instanceof HttpTimeoutException
                    ? Retryable.timedOut(call.service(), message, cause)
                    : Retryable.unavailable(call.service(), message, cause);
        }
        if (!call.harmless()) {
            return new OutcomeUnknown(call.service(), message, cause);
        }
        return cause instanceof HttpTimeoutException
                ? Retryable.timedOut(call.service(), message, cause)
                : Retryable.unavailable(call.service(), message, cause);
    }

    /** An answer came that says nothing. */
    PortFailure unusable(String why) {
        return call.harmless()
                ? Retryable.unavailable(call.service(), message(why))
                : new OutcomeUnknown(call.service(), message(why));
    }

    /** The service answered that it did not do it. */
    PortFailure refused(int status, String said, Optional<Duration> retryAfter, String remedy) {
        var message = message("status %d%s%s".formatted(status, colon(quoted(said)), semicolon(remedy)));
        boolean wantsRest = status == 429 || status == 402 || status >= 500;
        if (wantsRest && retryAfter.isPresent()) {
            return Retryable.busy(call.service(), message, retryAfter.get());
        }
        return switch (status) {
            case 408 -> Retryable.timedOut(call.service(), message);
            // Somebody on the way gave up waiting; behind him it may be done all the same.
            case 504, 524 ->
                call.harmless()
                        ? Retryable.timedOut(call.service(), message)
                        : new OutcomeUnknown(call.service(), message);
            case 425, 429 -> Retryable.unavailable(call.service(), message);
            default ->
                status >= 500 ? Retryable.unavailable(call.service(), message) : new Permanent(call.service(), message);
        };
    }

    /** It will not work, whoever is asked how often. */
    PortFailure hopeless(String why) {
        return new Permanent(call.service(), message(why));
    }

    /** It did not work, and is worth another attempt. */
    PortFailure passing(String why) {
        return Retryable.unavailable(call.service(), message(why));
    }

    /** Whether the service has not even heard of it. */
    static boolean isUnreached(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private String message(String why) {
        return "%s: cannot %s: %s".formatted(name, call.what(), why);
    }

    private String quoted(String said) {
        return Quotation.of(said, key, call.confidential());
    }

    private static String colon(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String semicolon(String text) {
        return text.isEmpty() ? "" : "; " + text;
    }

    private static String reason(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException ignored -> "it took too long to connect";
            case ConnectException ignored -> "it cannot be reached";
            case SSLHandshakeException ignored -> "there is no secure connection to it";
            case HttpTimeoutException ignored -> "it took too long to answer";
            case InterruptedException ignored -> "it was interrupted";
            default -> "the connection was lost";
        };
    }
}
