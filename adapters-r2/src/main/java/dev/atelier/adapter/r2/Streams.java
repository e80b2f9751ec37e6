package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Sends uploads of known length, each by a connection that it has for as long as its client takes: so many and no more. */
final class Streams {

    /** Each has half a mebibyte of memory. */
    static final int AT_ONCE = 20;

    private final S3Client s3;
    private final String bucket;
    private final Duration longestStall;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** @param s3 that tries nothing twice and has {@link #AT_ONCE} connections for this alone */
    Streams(S3Client s3, String bucket, Duration longestStall) {
        this.s3 = s3;
        this.bucket = bucket;
        this.longestStall = longestStall;
    }

    /** Whether there is one for the caller, who has to {@linkplain #leave give it back}. */
    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    void put(ObjectKey key, BlobProperties properties, SizedBody body, long size) {
        new StreamedUpload(
                        way -> s3.putObject(
                                        request -> request.bucket(bucket)
                                                .key(key.value())
                                                .contentType(properties.contentType())
                                                .contentDisposition(ContentDisposition.of(properties)),
                                        RequestBody.fromContentProvider(() -> way, size, properties.contentType()))
                                .eTag(),
                        longestStall)
                .run(body);
    }

    int available() {
        return free.availablePermits();
    }
}
