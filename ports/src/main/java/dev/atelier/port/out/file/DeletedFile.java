package dev.atelier.port.out.file;

import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;

/** A file that is gone for its owner, and whose object may still be there. */
public record DeletedFile(FileId id, ObjectKey key) {}
