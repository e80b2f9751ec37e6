package dev.atelier.domain.file;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of a project: this row, and an object in blob storage.
 *
 * @param key names the object
 * @param expected what its owner has said of the bytes that they send to storage by themselves; {@link ExpectedContent#ANY}
 *     for all that is sent through us
 * @param content empty until the object is complete and checked
 * @param hasThumbnail whether there is an object {@link ObjectKey#thumbnail()} of its key
 */
public record StoredFile(
        FileId id,
        UserId owner,
        ProjectId projectId,
        FileDetails details,
        ObjectKey key,
        ExpectedContent expected,
        Optional<Content> content,
        FileState state,
        boolean hasThumbnail,
        Instant createdAt) {

    /** One whose object is yet to come. */
    public static StoredFile pending(
            FileId id, UserId owner, ProjectId projectId, FileDetails details, ObjectKey key, Instant at) {
        return pending(id, owner, projectId, details, key, ExpectedContent.ANY, at);
    }

    /** One whose object its owner sends to storage by themselves. */
    public static StoredFile pending(
            FileId id,
            UserId owner,
            ProjectId projectId,
            FileDetails details,
            ObjectKey key,
            ExpectedContent expected,
            Instant at) {
        return new StoredFile(
                id, owner, projectId, details, key, expected, Optional.empty(), FileState.PENDING, false, at);
    }

    public StoredFile stored(Content complete) {
        return with(details, Optional.of(complete), FileState.STORED, hasThumbnail);
    }

    public StoredFile ofType(String contentType) {
        return with(new FileDetails(details.name(), contentType), content, state, hasThumbnail);
    }

    public StoredFile withThumbnail() {
        return with(details, content, state, true);
    }

    public StoredFile deleting() {
        return with(details, content, FileState.DELETING, hasThumbnail);
    }

    private StoredFile with(FileDetails newDetails, Optional<Content> known, FileState reached, boolean thumbnail) {
        return new StoredFile(id, owner, projectId, newDetails, key, expected, known, reached, thumbnail, createdAt);
    }

    /** Whether its owner sends the object to storage by themselves. */
    public boolean isDirectUpload() {
        return expected.size().isPresent();
    }
}
