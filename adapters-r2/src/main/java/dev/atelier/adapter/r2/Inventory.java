package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobPage;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.file.UnfinishedTransfer;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.S3Response;

/** The listing calls of S3, in our words. */
final class Inventory {

    /** Between the two halves of a position in a list of transfers; neither keys nor ids have it. */
    private static final String BETWEEN = "\n";

    private final S3Client s3;
    private final String bucket;

    Inventory(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    BlobPage<StoredBlob> objects(String after, int limit) {
        var page = s3.listObjectsV2(request -> {
            request.bucket(bucket).prefix(ObjectKey.FILES).maxKeys(limit);
            if (!after.isEmpty()) {
                request.startAfter(after);
            }
        });
        var items = page.contents().stream().flatMap(Inventory::blob).toList();
        boolean more =
                Boolean.TRUE.equals(page.isTruncated()) && !page.contents().isEmpty();
        return new BlobPage<>(
                items, now(page), more ? Optional.of(page.contents().getLast().key()) : Optional.empty());
    }

    /** Somebody else may have put something there under a name that is no key. */
    private static Stream<StoredBlob> blob(S3Object object) {
        try {
            return Stream.of(new StoredBlob(new ObjectKey(object.key()), object.size(), object.lastModified()));
        } catch (IllegalArgumentException notOurs) {
            return Stream.empty();
        }
    }

    BlobPage<UnfinishedTransfer> transfers(String after, int limit) {
        var page = s3.listMultipartUploads(request -> {
            request.bucket(bucket).prefix(ObjectKey.FILES).maxUploads(limit);
            if (!after.isEmpty()) {
                var position = after.split(BETWEEN, 2);
                request.keyMarker(position[0]).uploadIdMarker(position[1]);
            }
        });
        var items = page.uploads().stream()
                .map(upload -> new UnfinishedTransfer(upload.key(), upload.uploadId(), upload.initiated()))
                .toList();
        return new BlobPage<>(items, now(page), next(page));
    }

    private static Optional<String> next(ListMultipartUploadsResponse page) {
        if (!Boolean.TRUE.equals(page.isTruncated()) || page.uploads().isEmpty()) {
            return Optional.empty();
        }
        var last = page.uploads().getLast();
        return Optional.of(last.key() + BETWEEN + last.uploadId());
    }

    /** The clock of the service, whose time every answer of HTTP has. */
    private static Instant now(S3Response response) {
        return Optional.<SdkResponse>of(response)
                .map(SdkResponse::sdkHttpResponse)
                .flatMap((SdkHttpResponse http) -> http.firstMatchingHeader("Date"))
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElseThrow(() -> new IllegalStateException("the storage does not tell the time"));
    }
}
