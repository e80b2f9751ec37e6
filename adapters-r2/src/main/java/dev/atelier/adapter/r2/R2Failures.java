package dev.atelier.adapter.r2;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Decides what a failure of storage means. The SDK has retried by now what can be retried. */
final class R2Failures {

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private R2Failures() {}

    /** {@code e} of a call that changes nothing, or that may be made again without harm. */
    static PortFailure translate(String what, SdkException e) {
        if (e instanceof AwsServiceException refusal) {
            return refused(what, refusal);
        }
        var message = "storage: cannot %s: %s".formatted(what, firstLine(e));
        return isTimeout(e)
                ? PortFailure.Retryable.timedOut(Service.STORAGE, message, e)
                : PortFailure.Retryable.unavailable(Service.STORAGE, message, e);
    }

    /** {@code e} of a call after which there may or may not be an object. */
    static PortFailure translateWrite(String what, SdkException e) {
        var failure = translate(what, e);
        boolean perhapsDone = failure instanceof PortFailure.Retryable && !isUnreachable(e);
        return perhapsDone ? new PortFailure.OutcomeUnknown(Service.STORAGE, failure.getMessage(), e) : failure;
    }

    private static PortFailure refused(String what, AwsServiceException e) {
        var message = "storage: cannot %s: status %d%s".formatted(what, e.statusCode(), code(e));
        if (PASSING.contains(e.statusCode()) || Damage.isDamage(e)) {
            return PortFailure.Retryable.unavailable(Service.STORAGE, message, e);
        }
        var remedy = switch (e.statusCode()) {
            case 401, 403 -> "; check R2_ACCESS_KEY, R2_SECRET_KEY and what the token may do with the bucket";
            case 404 -> "; check R2_BUCKET and R2_ENDPOINT";
            default -> "";
        };
        return new PortFailure.Permanent(Service.STORAGE, message + remedy, e);
    }

    /** What the service calls it; nothing in answers without a body, as those to HEAD are. */
    private static String code(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .map(code -> " " + code)
                .orElse("");
    }

    private static boolean isTimeout(Throwable e) {
        return e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || caused(e, SocketTimeoutException.class);
    }

    private static boolean isUnreachable(Throwable e) {
        return caused(e, ConnectException.class) || caused(e, UnknownHostException.class);
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
