package dev.atelier.adapter.r2;

import java.net.URI;

/**
 * How to reach the bucket.
 *
 * @param endpoint of the S3 service: {@code https://ACCOUNT.r2.cloudflarestorage.com}
 * @param publicUrl the address at which everybody can read the bucket's objects
 * @param partBuffers how many parts of 5 MiB may be in memory at once, all uploads of the process together; at least 2
 */
public record R2Settings(
        URI endpoint, String accessKey, String secretKey, String bucket, URI publicUrl, int partBuffers) {

    /** As many parts as an upload may have: 48 GiB. */
    public static final long LARGEST_OBJECT_BYTES = 10_000L * PartBuffers.PART_BYTES;

    /** @throws IllegalArgumentException when {@code partBuffers} is below 2 */
    public R2Settings {
        if (partBuffers < 2) {
            throw new IllegalArgumentException("partBuffers must be at least 2, not " + partBuffers);
        }
    }

    /** With as many part buffers as fit into a quarter of the heap. */
    public static R2Settings of(URI endpoint, String accessKey, String secretKey, String bucket, URI publicUrl) {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        int buffers = Math.clamp(quarter / PartBuffers.PART_BYTES, 2, 64);
        return new R2Settings(endpoint, accessKey, secretKey, bucket, publicUrl, buffers);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "%s/%s (public at %s)".formatted(endpoint, bucket, publicUrl);
    }
}
