package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobMetadata;
import dev.atelier.port.out.file.BlobPage;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.SignedUpload;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.file.UnfinishedTransfer;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

final class R2BlobStorage implements BlobStorage {

    private static final Logger LOG = LoggerFactory.getLogger(R2BlobStorage.class);

    private final S3Client s3;
    private final Signer signer;
    private final R2Settings settings;
    private final PartBuffers buffers;
    private final Streams streams;

    R2BlobStorage(S3Client s3, Signer signer, R2Settings settings, PartBuffers buffers, Streams streams) {
        this.s3 = s3;
        this.signer = signer;
        this.settings = settings;
        this.buffers = buffers;
        this.streams = streams;
    }

    @Override
    public void put(ObjectKey key, InputStream body, BlobProperties properties) {
        new Upload(new Objects(s3, settings.bucket()), buffers, key, properties).run(body);
    }

    /** Where there is a buffer for all of it, it is kept there, and can be sent again. */
    @Override
    public void put(ObjectKey key, InputStream body, long likelySize, BlobProperties properties) {
        boolean buffered = likelySize < PartBuffers.PART_BYTES && buffers.available() > 0;
        if (buffered || likelySize > MAX_SIGNED_UPLOAD_BYTES || !streams.enter()) {
            put(key, body, properties);
            return;
        }
        try {
            new SizedUpload(this, streams, key, properties).run(body, likelySize);
        } finally {
            streams.leave();
        }
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
    public Optional<BlobMetadata> describe(ObjectKey key) {
        return ifFound("look at an object", () -> {
            var head =
                    s3.headObject(request -> request.bucket(settings.bucket()).key(key.value()));
            var disposition = Optional.ofNullable(head.contentDisposition()).orElse("");
            return new BlobMetadata(
                    head.contentLength(),
                    ContentDisposition.parse(head.contentType(), disposition),
                    head.lastModified());
        });
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
    public void deleteAll(List<ObjectKey> keys) {
        new Deletion(s3, settings.bucket()).run(keys);
    }

    @Override
    public BlobPage<StoredBlob> list(String after, int limit) {
        return translated("list objects", () -> new Inventory(s3, settings.bucket()).objects(after, limit));
    }

    @Override
    public BlobPage<UnfinishedTransfer> listUnfinished(String after, int limit) {
        return translated("list uploads", () -> new Inventory(s3, settings.bucket()).transfers(after, limit));
    }

    private static <T> T translated(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw R2Failures.translate(what, e);
        }
    }

    @Override
    public void abort(UnfinishedTransfer transfer) {
        try {
            new Objects(s3, settings.bucket()).abort(transfer.key(), transfer.id());
        } catch (NoSuchUploadException alreadyGone) {
            LOG.debug("an upload has ended by itself", alreadyGone);
        } catch (SdkException e) {
            throw R2Failures.translate("abort an upload", e);
        }
    }

    @Override
    public URI publicUrl(ObjectKey key) {
        return URI.create("%s/%s".formatted(settings.publicUrl().toString().replaceAll("/+$", ""), key.value()));
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        return signer.get(key, validity);
    }

    @Override
    public SignedUpload signUpload(ObjectKey key, BlobProperties properties, long size, Duration validity) {
        return signer.put(key, properties, size, validity);
    }
}
