package dev.atelier.adapter.r2;

import dev.atelier.port.out.health.HealthProbe;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

final class BucketProbe implements HealthProbe {

    private final S3Client s3;
    private final String bucket;

    BucketProbe(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public void probe() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw R2Failures.translate("look at the bucket", e);
        }
    }
}
