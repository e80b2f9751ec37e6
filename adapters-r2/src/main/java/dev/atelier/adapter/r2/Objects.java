package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import java.io.ByteArrayInputStream;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The writing calls of S3, in our words. What arrives damaged is refused by the service, and sent again. */
final class Objects {

    private static final String ANY_TYPE = "application/octet-stream";

    private final S3Client s3;
    private final String bucket;

    Objects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    void put(ObjectKey key, BlobProperties properties, byte[] bytes, int length) {
        var md5 = Damage.md5(bytes, length);
        Damage.sendingAgain(() -> s3.putObject(
                request -> request.bucket(bucket)
                        .key(key.value())
                        .contentMD5(md5)
                        .contentType(properties.contentType())
                        .contentDisposition(ContentDisposition.of(properties)),
                body(bytes, length, properties.contentType())));
    }

    /** Begins an upload in parts; returns its id. */
    String begin(ObjectKey key, BlobProperties properties) {
        return s3.createMultipartUpload(request -> request.bucket(bucket)
                        .key(key.value())
                        .contentType(properties.contentType())
                        .contentDisposition(ContentDisposition.of(properties)))
                .uploadId();
    }

    CompletedPart sendPart(ObjectKey key, String uploadId, int number, byte[] bytes, int length) {
        var md5 = Damage.md5(bytes, length);
        var sent = Damage.sendingAgain(() -> s3.uploadPart(
                request -> request.bucket(bucket)
                        .key(key.value())
                        .uploadId(uploadId)
                        .partNumber(number)
                        .contentMD5(md5),
                body(bytes, length, ANY_TYPE)));
        return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
    }

    void complete(ObjectKey key, String uploadId, List<CompletedPart> parts) {
        s3.completeMultipartUpload(request -> request.bucket(bucket)
                .key(key.value())
                .uploadId(uploadId)
                .multipartUpload(upload -> upload.parts(parts)));
    }

    void abort(String key, String uploadId) {
        s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(uploadId));
    }

    boolean isThere(ObjectKey key, long size) {
        try {
            return s3.headObject(request -> request.bucket(bucket).key(key.value()))
                            .contentLength()
                    == size;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    /** The bytes where they are, readable again for a retry; the SDK's own {@code fromBytes} would copy them. */
    private static RequestBody body(byte[] bytes, int length, String contentType) {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes, 0, length), length, contentType);
    }
}
