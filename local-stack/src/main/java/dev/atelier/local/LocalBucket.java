package dev.atelier.local;

import java.net.URI;

/**
 * A bucket of a {@link LocalStorage} and what it takes to use it; named as the settings of the backend are.
 *
 * @param endpoint address of the S3 API, path style
 * @param accessKey id of the key that signs
 * @param secretKey the key itself
 * @param name name of the bucket
 */
public record LocalBucket(URI endpoint, String accessKey, String secretKey, String name) {

    /**
     * The address below which anybody reads the objects of this bucket without a signature, by GET and HEAD alone and
     * without listing them, as from {@code r2.dev} or a domain of one's own. Without a slash at the end.
     */
    public URI publicUrl() {
        return URI.create(endpoint + "/" + name);
    }

    /** Shows everything but the secret. */
    @Override
    public String toString() {
        return "LocalBucket[" + publicUrl() + "]";
    }
}
