package dev.atelier.domain.document;

import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;

/** The file that a document shows or was read from, and where its bytes are. */
public record Attachment(FileId file, ObjectKey key) {}
