package dev.atelier.port.out.file;

import java.time.Instant;

/**
 * A {@link BlobStorage#put} that has begun and neither ended nor been cleaned up: it is under way, or whoever did it died.
 *
 * @param key of the object that it would have made
 * @param id the storage's own name of it
 * @param begunAt by the storage's clock
 */
public record UnfinishedTransfer(String key, String id, Instant begunAt) {}
