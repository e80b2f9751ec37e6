package dev.atelier.port.out.file;

import dev.atelier.domain.file.ObjectKey;
import java.time.Instant;

/**
 * An object in a list.
 *
 * @param size in bytes
 * @param lastModified when it was put, by the storage's clock
 */
public record StoredBlob(ObjectKey key, long size, Instant lastModified) {}
