package dev.atelier.adapter.r2;

import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.health.HealthProbe;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket. Safe for use by many threads. */
public final class R2Adapter implements AutoCloseable {

    /** R2 has no regions, and wants this one to be named. */
    private static final Region REGION = Region.of("auto");

    private static final int CONNECTIONS = 64;

    private final S3Client s3;
    private final S3Presigner presigner;
    private final R2Settings settings;
    private final PartBuffers buffers;

    private R2Adapter(R2Settings settings, Patience patience) {
        this.settings = settings;
        this.buffers = new PartBuffers(settings.partBuffers());
        var credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        // R2 knows no bodies in signed chunks, no trailing checksums and no "100 Continue", all of which the SDK would
        // send
        // by itself.
        var service = S3Configuration.builder()
                .pathStyleAccessEnabled(true)
                .chunkedEncodingEnabled(false)
                .expectContinueEnabled(false)
                .build();
        this.s3 = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(REGION)
                .credentialsProvider(credentials)
                .serviceConfiguration(service)
                .putAuthScheme(new UnsignedPayloads())
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(patience.attempt()).apiCallTimeout(patience.call()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(Duration.ofSeconds(3))
                        .connectionAcquisitionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(patience.silence())
                        .expectContinueEnabled(false))
                .build();
        this.presigner = S3Presigner.builder()
                .endpointOverride(settings.endpoint())
                .region(REGION)
                .credentialsProvider(credentials)
                .serviceConfiguration(service)
                .build();
    }

    /** Opens the adapter. No call is made; the service may be away for now. */
    public static R2Adapter open(R2Settings settings) {
        return open(settings, Patience.DEFAULT);
    }

    static R2Adapter open(R2Settings settings, Patience patience) {
        return new R2Adapter(settings, patience);
    }

    public BlobStorage storage() {
        return new R2BlobStorage(s3, new Signer(presigner, settings.bucket()), settings, buffers);
    }

    /** Looks whether the bucket answers; its name is {@code storage}. */
    public HealthProbe healthProbe() {
        return new BucketProbe(s3, settings.bucket());
    }

    /** How many part buffers are free just now. */
    int freeBuffers() {
        return buffers.available();
    }

    @Override
    public void close() {
        presigner.close();
        s3.close();
    }
}
