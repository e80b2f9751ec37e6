package dev.atelier.domain.file;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of a project: this row, and an object in blob storage.
 *
 * @param key names the object
 * @param content empty until the object is complete and checked
 */
public record StoredFile(
        FileId id,
        UserId owner,
        ProjectId projectId,
        FileDetails details,
        ObjectKey key,
        Optional<Content> content,
        FileState state,
        Instant createdAt) {

    /** One whose object is yet to come. */
    public static StoredFile pending(
            FileId id, UserId owner, ProjectId projectId, FileDetails details, ObjectKey key, Instant at) {
        return new StoredFile(id, owner, projectId, details, key, Optional.empty(), FileState.PENDING, at);
    }

    public StoredFile stored(Content complete) {
        return new StoredFile(id, owner, projectId, details, key, Optional.of(complete), FileState.STORED, createdAt);
    }
}
