package dev.atelier.port.out.file;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.ObjectKey;
import java.time.Instant;

/** The row of a file, for whoever compares rows with objects. */
public record FileEntry(
        FileId id, UserId owner, ObjectKey key, FileState state, boolean hasThumbnail, Instant createdAt) {}
