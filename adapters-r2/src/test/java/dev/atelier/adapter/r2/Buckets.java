package dev.atelier.adapter.r2;

import dev.atelier.local.LocalBucket;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
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

    /** How many uploads in parts have begun and neither been completed nor aborted. */
    static int unfinishedUploads(LocalBucket bucket) {
        var credentials = AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey());
        try (var s3 = S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of("auto"))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build()) {
            return s3.listMultipartUploads(request -> request.bucket(bucket.name()))
                    .uploads()
                    .size();
        }
    }
}
