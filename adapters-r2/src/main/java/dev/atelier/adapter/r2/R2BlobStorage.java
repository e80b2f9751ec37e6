package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

final class R2BlobStorage implements BlobStorage {

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(7);

    private final S3Client s3;
    private final S3Presigner presigner;
    private final R2Settings settings;
    private final PartBuffers buffers;

    R2BlobStorage(S3Client s3, S3Presigner presigner, R2Settings settings, PartBuffers buffers) {
        this.s3 = s3;
        this.presigner = presigner;
        this.settings = settings;
        this.buffers = buffers;
    }

    @Override
    public void put(ObjectKey key, InputStream body, BlobProperties properties) {
        new Upload(s3, settings.bucket(), buffers, key, body, properties).run();
    }

    @Override
    public Optional<Blob> open(ObjectKey key) {
        return open(get(key).build());
    }

    @Override
    public Optional<Blob> open(ObjectKey key, long offset, long length) {
        boolean toTheEnd = length > Long.MAX_VALUE - offset;
        var range = toTheEnd ? "bytes=%d-".formatted(offset) : "bytes=%d-%d".formatted(offset, offset + length - 1);
        return open(get(key).range(range).build());
    }

    private GetObjectRequest.Builder get(ObjectKey key) {
        return GetObjectRequest.builder().bucket(settings.bucket()).key(key.value());
    }

    private Optional<Blob> open(GetObjectRequest request) {
        return ifFound("read an object", () -> {
            var response = s3.getObject(request);
            return new Blob(
                    new AbortingInputStream(response),
                    response.response().contentLength(),
                    response.response().contentType());
        });
    }

    @Override
    public Optional<Long> size(ObjectKey key) {
        return ifFound(
                "look at an object",
                () -> s3.headObject(request -> request.bucket(settings.bucket()).key(key.value()))
                        .contentLength());
    }

    private static <T> Optional<T> ifFound(String what, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw R2Failures.translate(what, e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        ifFound(
                "delete an object",
                () -> s3.deleteObject(
                        request -> request.bucket(settings.bucket()).key(key.value())));
    }

    @Override
    public URI publicUrl(ObjectKey key) {
        return URI.create("%s/%s".formatted(settings.publicUrl().toString().replaceAll("/+$", ""), key.value()));
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            throw new IllegalArgumentException("validity must be 1 second to 7 days, not " + validity);
        }
        var request = get(key).build();
        var presigned = presigner.presignGetObject(
                presign -> presign.signatureDuration(validity).getObjectRequest(request));
        return URI.create(presigned.url().toString());
    }
}
