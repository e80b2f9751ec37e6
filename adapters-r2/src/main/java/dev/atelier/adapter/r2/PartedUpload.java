package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.PortFailure;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An upload in equal parts, of which the last may be smaller. Some are sent at once while the next is read, as long as there
 * are buffers. It is aborted when anything fails.
 */
final class PartedUpload {

    /** More fill the line no better, and would take the buffers of others. */
    private static final int AT_ONCE = 4;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(PartedUpload.class);

    private final Objects objects;
    private final PartBuffers buffers;
    private final ObjectKey key;
    private final String uploadId;
    private final Semaphore senders = new Semaphore(AT_ONCE);
    private final AtomicBoolean failed = new AtomicBoolean();
    private final List<CompletableFuture<CompletedPart>> sent = new ArrayList<>();

    PartedUpload(Objects objects, PartBuffers buffers, ObjectKey key, String uploadId) {
        this.objects = objects;
        this.buffers = buffers;
        this.key = key;
        this.uploadId = uploadId;
    }

    void run(Part first, InputStream body) {
        try {
            long size = send(first, body);
            complete(sent.stream().map(PartedUpload::result).toList(), size);
        } catch (RuntimeException e) {
            abort(e);
            throw e;
        }
    }

    /** Returns how much it was, when it is all sent or something has failed. */
    private long send(Part first, InputStream body) {
        long size = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var part = first;
            while (part.length() > 0) {
                size += part.length();
                boolean last = !part.isFull();
                send(threads, part);
                if (last || failed.get()) {
                    return size;
                }
                part = Part.read(buffers, body);
            }
            part.close();
        } // waits for all
        return size;
    }

    private void send(ExecutorService threads, Part part) {
        int number = sent.size() + 1;
        senders.acquireUninterruptibly();
        sent.add(CompletableFuture.supplyAsync(() -> send(part, number), threads));
    }

    private CompletedPart send(Part part, int number) {
        boolean done = false;
        try (part) {
            var completed = objects.sendPart(key, uploadId, number, part.bytes(), part.length());
            done = true;
            return completed;
        } catch (SdkException e) {
            throw R2Failures.translate("send part " + number, e);
        } finally {
            failed.compareAndSet(false, !done);
            senders.release();
        }
    }

    private static CompletedPart result(CompletableFuture<CompletedPart> sent) {
        try {
            return sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * When the answer was lost, the SDK asks again, and is told that there is no such upload, or no such part: because it is
     * complete, or about to be.
     */
    private void complete(List<CompletedPart> parts, long size) {
        try {
            objects.complete(key, uploadId, parts);
        } catch (S3Exception e) {
            boolean perhapsDone = e.statusCode() == NOT_FOUND || e.statusCode() == BAD_REQUEST;
            if (!perhapsDone || !becomesComplete(size)) {
                throw R2Failures.translateWrite("complete an upload", e);
            }
        } catch (SdkException e) {
            throw R2Failures.translateWrite("complete an upload", e);
        }
    }

    private boolean becomesComplete(long size) {
        for (int look = 0; look < LOOKS; look++) {
            if (isThere(size)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }

    private boolean isThere(long size) {
        try {
            return objects.isThere(key, size);
        } catch (SdkException e) {
            throw R2Failures.translateWrite("look at a completed upload", e);
        }
    }

    /** When even this fails, the sweeper does it, or the service by itself after some days. */
    private void abort(RuntimeException cause) {
        try {
            objects.abort(key.value(), uploadId);
        } catch (NoSuchUploadException complete) {
            LOG.debug("an upload was complete, and nobody knew", complete);
        } catch (SdkException e) {
            PortFailure failure = R2Failures.translate("abort", e);
            LOG.warn("an upload that failed could not be aborted: {}", failure.getMessage());
            cause.addSuppressed(failure);
        }
    }
}
