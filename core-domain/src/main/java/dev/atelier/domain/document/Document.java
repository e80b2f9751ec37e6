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

    /** A new one without a file, on its way into the search index. */
    public static Document write(
            DocumentId id, UserId owner, ProjectId projectId, DocumentDetails details, Instant at) {
        return new Document(
                id, owner, projectId, details, Optional.empty(), Ingestion.PENDING, Optional.empty(), at, at, 1);
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

    /** The next revision of it; on its way into the search index once more when what is searched has changed. */
    public Document change(DocumentDetails changed, Instant at) {
        boolean isAsFound = ingestion == Ingestion.READY && changed.searched().equals(details.searched());
        return next(changed, isAsFound ? Ingestion.READY : Ingestion.PENDING, at);
    }

    /** The next revision of it, with the content that was read from its file, and found by it. */
    public Document read(String content, Instant at) {
        return next(
                new DocumentDetails(details.title(), content, details.mediaType(), details.status()),
                Ingestion.READY,
                at);
    }

    private Document next(DocumentDetails changed, Ingestion next, Instant at) {
        return new Document(
                id, owner, projectId, changed, attachment, next, Optional.empty(), createdAt, at, revision + 1);
    }

    /** The same revision, farther on its way into the search index. */
    public Document ingested(Ingestion now, Optional<String> error) {
        return new Document(id, owner, projectId, details, attachment, now, error, createdAt, updatedAt, revision);
    }
}
