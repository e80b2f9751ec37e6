package dev.atelier.domain.document;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A text, or a file with a text beside it, in a project.
 *
 * @param attachment the file that it shows or was read from
 * @param ingestionError why the ingestion failed, a sentence for its owner
 * @param revision grows by one with each change
 */
public record Document(
        DocumentId id,
        UserId owner,
        ProjectId projectId,
        DocumentDetails details,
        Optional<Attachment> attachment,
        Ingestion ingestion,
        Optional<String> ingestionError,
        Instant createdAt,
        Instant updatedAt,
        long revision) {

    /** A new one without a file. */
    public static Document write(
            DocumentId id, UserId owner, ProjectId projectId, DocumentDetails details, Instant at) {
        return new Document(
                id, owner, projectId, details, Optional.empty(), Ingestion.NONE, Optional.empty(), at, at, 1);
    }

    /** The same with a file beside it. */
    public Document showing(Attachment shown) {
        return new Document(
                id,
                owner,
                projectId,
                details,
                Optional.of(shown),
                ingestion,
                ingestionError,
                createdAt,
                updatedAt,
                revision);
    }

    /** The next revision of it. */
    public Document change(DocumentDetails changed, Instant at) {
        return new Document(
                id, owner, projectId, changed, attachment, ingestion, ingestionError, createdAt, at, revision + 1);
    }
}
