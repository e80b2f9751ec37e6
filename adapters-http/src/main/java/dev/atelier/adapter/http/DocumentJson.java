package dev.atelier.adapter.http;

import dev.atelier.port.in.document.DocumentView;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

record DocumentJson(
        UUID id,
        UUID projectId,
        String title,
        String content,
        String mediaType,
        Optional<UUID> fileId,
        Optional<URI> fileUrl,
        String status,
        String ingestion,
        Optional<String> ingestionError,
        Instant createdAt,
        Instant updatedAt) {

    static DocumentJson of(DocumentView view) {
        var document = view.document();
        return new DocumentJson(
                document.id().value(),
                document.projectId().value(),
                document.details().title(),
                document.details().content(),
                Fields.spelled(document.details().mediaType()),
                document.attachment().map(attachment -> attachment.file().value()),
                view.fileUrl(),
                Fields.spelled(document.details().status()),
                Fields.spelled(document.ingestion()),
                document.ingestionError(),
                document.createdAt(),
                document.updatedAt());
    }
}
