package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.local.LocalBucket;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Ways to a bucket. */
final class Buckets {

    private Buckets() {}

    static R2Settings settings(LocalBucket bucket) {
        return R2Settings.of(
                bucket.endpoint(), bucket.accessKey(), bucket.secretKey(), bucket.name(), bucket.publicUrl());
    }

    /** The same bucket, said to be elsewhere. */
    static R2Settings settings(LocalBucket bucket, URI endpoint) {
        return R2Settings.of(endpoint, bucket.accessKey(), bucket.secretKey(), bucket.name(), bucket.publicUrl());
    }

    /** Begins an upload in parts, brings a part, and leaves it at that. */
    static void leaveUnfinished(R2Settings settings, ObjectKey key) {
        try (var s3 = client(settings)) {
            var upload = s3.createMultipartUpload(
                    request -> request.bucket(settings.bucket()).key(key.value()));
            s3.uploadPart(
                    request -> request.bucket(settings.bucket())
                            .key(key.value())
                            .uploadId(upload.uploadId())
                            .partNumber(1),
                    RequestBody.fromString("some"));
        }
    }

    /** A client that has nothing of the adapter's but its keys. */
    static S3Client client(R2Settings settings) {
        var credentials = AwsBasicCredentials.create(settings.accessKey(), settings.secretKey());
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of("auto"))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }
}
