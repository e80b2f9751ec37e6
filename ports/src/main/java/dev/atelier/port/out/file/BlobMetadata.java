package dev.atelier.port.out.file;

import java.time.Instant;

/**
 * What is known of an object without reading it.
 *
 * @param size in bytes
 * @param properties how it is served
 * @param lastModified when it was put, by the storage's clock, in whole seconds
 */
public record BlobMetadata(long size, BlobProperties properties, Instant lastModified) {}
