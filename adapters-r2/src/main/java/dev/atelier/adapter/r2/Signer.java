package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.SignedUpload;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs addresses, for which nobody is asked. */
final class Signer {

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);

    /** Signed as well; but browsers and HTTP clients write these by themselves, and let nobody else. */
    private static final Set<String> WRITTEN_BY_CLIENTS = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;

    Signer(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    URI get(ObjectKey key, Duration validity) {
        requireLegal(validity);
        var request = GetObjectRequest.builder().bucket(bucket).key(key.value()).build();
        var presigned = presigner.presignGetObject(
                presign -> presign.signatureDuration(validity).getObjectRequest(request));
        return URI.create(presigned.url().toString());
    }

    /** Whoever has the address may write once: what was looked at afterwards must not be exchanged. */
    SignedUpload put(ObjectKey key, BlobProperties properties, long size, Duration validity) {
        requireLegal(validity);
        if (size < 0 || size > BlobStorage.MAX_SIGNED_UPLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "size must be 0 to %d, not %d".formatted(BlobStorage.MAX_SIGNED_UPLOAD_BYTES, size));
        }
        var request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .contentLength(size)
                .contentType(properties.contentType())
                .contentDisposition(ContentDisposition.of(properties))
                .ifNoneMatch("*")
                .build();
        var presigned = presigner.presignPutObject(
                presign -> presign.signatureDuration(validity).putObjectRequest(request));
        var headers = presigned.signedHeaders().entrySet().stream()
                .filter(header -> !WRITTEN_BY_CLIENTS.contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
        return new SignedUpload(URI.create(presigned.url().toString()), headers);
    }

    private static void requireLegal(Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            throw new IllegalArgumentException("validity must be 1 second to 7 days, not " + validity);
        }
    }
}
