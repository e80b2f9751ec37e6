package dev.atelier.adapter.r2;

import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.health.HealthProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket. Safe for use by many threads. */
public final class R2Adapter implements AutoCloseable {

    /** R2 has no regions, and wants this one to be named. */
    private static final Region REGION = Region.of("auto");

    private static final int CONNECTIONS = 64;

    /** One that the service has closed meanwhile would fail an upload that cannot be sent again. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final S3Client s3;
    private final S3Client patientS3;
    private final S3Presigner presigner;
    private final R2Settings settings;
    private final PartBuffers buffers;
    private final Streams streams;

    private R2Adapter(R2Settings settings, Patience patience) {
        this.settings = settings;
        this.buffers = new PartBuffers(settings.partBuffers(), patience.call());
        this.s3 = client(settings)
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(patience.attempt()).apiCallTimeout(patience.call()))
                .httpClientBuilder(connections(CONNECTIONS, patience.silence()))
                .build();
        this.patientS3 = client(settings)
                .overrideConfiguration(override ->
                        override.apiCallTimeout(patience.stream()).retryStrategy(retries -> retries.maxAttempts(1)))
                .httpClientBuilder(
                        connections(Streams.AT_ONCE, patience.attempt()).connectionTimeToLive(FRESH))
                .build();
        this.streams = new Streams(patientS3, settings.bucket(), patience.attempt());
        this.presigner = S3Presigner.builder()
                .endpointOverride(settings.endpoint())
                .region(REGION)
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(service())
                .build();
    }

    private static S3ClientBuilder client(R2Settings settings) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(REGION)
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(service())
                .putAuthScheme(new UnsignedPayloads())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }

    private static AwsCredentialsProvider credentials(R2Settings settings) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    /** R2 knows no bodies in signed chunks, no trailing checksums and no "100 Continue", all of which the SDK would send by itself. */
    private static S3Configuration service() {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(true)
                .chunkedEncodingEnabled(false)
                .expectContinueEnabled(false)
                .build();
    }

    private static Apache5HttpClient.Builder connections(int most, Duration silence) {
        return Apache5HttpClient.builder()
                .maxConnections(most)
                .connectionTimeout(Duration.ofSeconds(3))
                .connectionAcquisitionTimeout(Duration.ofSeconds(10))
                .socketTimeout(silence)
                .expectContinueEnabled(false);
    }

    /** Opens the adapter. No call is made; the service may be away for now. */
    public static R2Adapter open(R2Settings settings) {
        return open(settings, Patience.DEFAULT);
    }

    static R2Adapter open(R2Settings settings, Patience patience) {
        return new R2Adapter(settings, patience);
    }

    public BlobStorage storage() {
        return new R2BlobStorage(s3, new Signer(presigner, settings.bucket()), settings, buffers, streams);
    }

    /** Looks whether the bucket answers; its name is {@code storage}. */
    public HealthProbe healthProbe() {
        return new BucketProbe(s3, settings.bucket());
    }

    /**
     * Looks closely at the bucket: whether its objects can be written, read by everybody at their public address, used by
     * browsers, and removed; and whether its clock is ours. What it writes it removes.
     *
     * @param origins the frontend's, from which browsers send files
     * @return at least one finding
     * @throws dev.atelier.port.PortFailure when the bucket cannot be reached, or is not there
     */
    public List<Finding> examine(Set<String> origins, InstantSource clock) {
        return new BucketExamination(s3, settings, origins, clock).findings();
    }

    /** How many part buffers are free just now. */
    int freeBuffers() {
        return buffers.available();
    }

    /** How many uploads could be streamed now. */
    int freeStreams() {
        return streams.available();
    }

    @Override
    public void close() {
        presigner.close();
        patientS3.close();
        s3.close();
    }
}
