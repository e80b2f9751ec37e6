package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.PortFailure;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Removes many objects. S3 has a call for that, with which the SDK sends a checksum whatever it is told; a service that does
 * not take the call is asked for one object after another.
 */
final class Deletion {

    private static final Logger LOG = LoggerFactory.getLogger(Deletion.class);
    private static final Set<Integer> NOT_TAKEN = Set.of(400, 405, 501);

    private final S3Client s3;
    private final String bucket;

    Deletion(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    void run(List<ObjectKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        try {
            atOnce(keys);
        } catch (AwsServiceException e) {
            if (!NOT_TAKEN.contains(e.statusCode())) {
                throw R2Failures.translate("delete objects", e);
            }
            LOG.debug("objects are deleted one by one: status {}", e.statusCode());
            keys.forEach(this::single);
        } catch (SdkException e) {
            throw R2Failures.translate("delete objects", e);
        }
    }

    private void atOnce(List<ObjectKey> keys) {
        var identifiers = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key.value()).build())
                .toList();
        var answer = s3.deleteObjects(request ->
                request.bucket(bucket).delete(delete -> delete.quiet(true).objects(identifiers)));
        if (!answer.errors().isEmpty()) {
            var first = answer.errors().getFirst();
            throw PortFailure.Retryable.unavailable(
                    PortFailure.Service.STORAGE,
                    "storage: cannot delete %d of %d objects, the first for %s"
                            .formatted(answer.errors().size(), keys.size(), first.code()),
                    new IllegalStateException(String.valueOf(first.message())));
        }
    }

    private void single(ObjectKey key) {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key.value()));
        } catch (SdkException e) {
            throw R2Failures.translate("delete an object", e);
        }
    }
}
