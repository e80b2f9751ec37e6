package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One upload. A body that fits into one part is put at once; a longer one goes in equal parts, each sent while the next is
 * read, as long as there are buffers.
 */
final class Upload {

    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

    private final Objects objects;
    private final PartBuffers buffers;
    private final ObjectKey key;
    private final InputStream body;
    private final BlobProperties properties;

    Upload(
            S3Client s3,
            String bucket,
            PartBuffers buffers,
            ObjectKey key,
            InputStream body,
            BlobProperties properties) {
        this.objects = new Objects(s3, bucket);
        this.buffers = buffers;
        this.key = key;
        this.body = body;
        this.properties = properties;
    }

    void run() {
        var first = Part.read(buffers, body);
        if (first.isFull()) {
            runInParts(first);
            return;
        }
        try (first) {
            objects.put(key, properties, first.bytes(), first.length());
        } catch (SdkException e) {
            throw R2Failures.translateWrite("put an object", e);
        }
    }

    private void runInParts(Part first) {
        String uploadId;
        try {
            uploadId = objects.begin(key, properties);
        } catch (SdkException e) {
            first.close();
            throw R2Failures.translate("begin an upload", e);
        }
        try {
            var parts = sendParts(uploadId, first);
            complete(uploadId, parts);
        } catch (RuntimeException e) {
            abort(uploadId, e);
            throw e;
        }
    }

    private List<CompletedPart> sendParts(String uploadId, Part first) {
        var sent = new ArrayList<CompletableFuture<CompletedPart>>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            sent.add(send(senders, uploadId, 1, first));
            var part = first;
            while (part.isFull() && sent.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
                part = Part.read(buffers, body);
                if (part.length() == 0) {
                    part.close();
                    break;
                }
                sent.add(send(senders, uploadId, sent.size() + 1, part));
            }
        } // waits for all
        return sent.stream().map(Upload::result).toList();
    }

    private CompletableFuture<CompletedPart> send(ExecutorService senders, String uploadId, int number, Part part) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (part) {
                        return objects.sendPart(key, uploadId, number, part.bytes(), part.length());
                    } catch (SdkException e) {
                        throw R2Failures.translate("send part " + number, e);
                    }
                },
                senders);
    }

    private static CompletedPart result(CompletableFuture<CompletedPart> sent) {
        try {
            return sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void complete(String uploadId, List<CompletedPart> parts) {
        try {
            objects.complete(key, uploadId, parts);
        } catch (SdkException e) {
            throw R2Failures.translateWrite("complete an upload", e);
        }
    }

    /** When even this fails, the service does it by itself after some days. */
    private void abort(String uploadId, RuntimeException cause) {
        try {
            objects.abort(key, uploadId);
        } catch (SdkException e) {
            LOG.warn(
                    "an upload that failed could not be aborted: {}",
                    R2Failures.translate("abort", e).getMessage());
            cause.addSuppressed(e);
        }
    }
}
