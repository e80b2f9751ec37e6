package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Requests to a bucket with the signature of its key. */
record SignedRequests(LocalBucket bucket) {

    void put(String key, String contentType, String content) throws IOException, InterruptedException {
        assertEquals(200, tryToPut(key, contentType, content).statusCode());
    }

    HttpResponse<String> tryToPut(String key, String contentType, String content)
            throws IOException, InterruptedException {
        return Http.send(HttpRequest.newBuilder(addressToPut(key, contentType))
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofString(content)));
    }

    /** An address that takes the object for a minute. */
    URI addressToPut(String key, String contentType) {
        try (S3Presigner presigner = presigner()) {
            return URI.create(presigner
                    .presignPutObject(put -> put.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(object ->
                                    object.bucket(bucket.name()).key(key).contentType(contentType)))
                    .url()
                    .toString());
        }
    }

    private S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of("auto"))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .build();
    }
}
