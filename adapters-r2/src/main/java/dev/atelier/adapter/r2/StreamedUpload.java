package dev.atelier.adapter.r2;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An upload in one request of a length that is known beforehand, passed on while it comes. Nothing of it is kept, so nothing
 * of it can be sent again.
 */
final class StreamedUpload {

    /** Makes the request, whose body is exactly as long as was said; returns the entity tag of what has arrived. */
    interface Request {

        String send(InputStream body);
    }

    private final Request request;
    private final Duration longestStall;
    private final Handover way = new Handover();
    private final MessageDigest digest = Damage.md5();

    /** @param longestStall for which the service may take nothing */
    StreamedUpload(Request request, Duration longestStall) {
        this.request = request;
        this.longestStall = longestStall;
    }

    /** Sends {@code body} to its end, or to its end as it was said to be. An exception of it breaks the request off. */
    void run(SizedBody body) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = threads.submit(this::send);
            boolean whole = false;
            try {
                passOn(body);
                requireUndamaged(sent.get());
                whole = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (TimeoutException e) {
                throw PortFailure.Retryable.timedOut(Service.STORAGE, "storage: takes no more of an upload", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw PortFailure.Retryable.unavailable(Service.STORAGE, "storage: interrupted while sending", e);
            } catch (ExecutionException e) {
                throw failure(e);
            } finally {
                if (!whole) {
                    breakOff(sent);
                }
            }
        } // waits for the sender
    }

    private String send() {
        try {
            return request.send(way);
        } finally {
            way.refuse();
        }
    }

    private void passOn(SizedBody body) throws IOException, TimeoutException, InterruptedException {
        while (!body.isGiven()) {
            var room = way.room(longestStall);
            if (room.isEmpty()) {
                return; // it has failed, and says why
            }
            int read = body.read(room.get().array());
            digest.update(room.get().array(), 0, read);
            way.pass(room.get().position(read));
        }
        way.end();
    }

    private void requireUndamaged(String entityTag) {
        var expected = HexFormat.of().formatHex(digest.digest());
        if (!entityTag.replace("\"", "").equals(expected)) {
            throw PortFailure.Retryable.unavailable(
                    Service.STORAGE,
                    "storage: what has arrived is not what was sent",
                    new IOException("the entity tag is %s and not %s".formatted(entityTag, expected)));
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case SdkException refusal -> R2Failures.translateWrite("put an object", refusal);
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(e);
        };
    }

    private void breakOff(Future<String> sent) {
        way.breakOff();
        sent.cancel(true);
    }
}
