package dev.atelier.local;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * Makes every object readable and nothing else public, whatever its access list says. R2 has no access lists: its public
 * address serves all objects of a bucket, and lists none.
 */
final class PublicObjects extends ForwardingBlobStore {

    PublicObjects(BlobStore objects) {
        super(objects);
    }

    @Override
    public BucketCannedACL getContainerAccess(String container) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String key) {
        return ObjectCannedACL.PUBLIC_READ;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String key, @Nullable String versionId) {
        return ObjectCannedACL.PUBLIC_READ;
    }
}
