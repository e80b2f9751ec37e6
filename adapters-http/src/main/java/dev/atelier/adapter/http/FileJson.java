package dev.atelier.adapter.http;

import dev.atelier.domain.file.Content;
import dev.atelier.port.in.file.FileView;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

record FileJson(
        UUID id,
        UUID projectId,
        String fileName,
        String contentType,
        Optional<Long> size,
        Optional<String> sha256,
        URI url,
        Optional<URI> thumbnailUrl,
        String state,
        Instant createdAt) {

    static FileJson of(FileView view) {
        var file = view.file();
        return new FileJson(
                file.id().value(),
                file.projectId().value(),
                file.details().name(),
                file.details().contentType(),
                file.content().map(Content::size),
                file.content().map(Content::sha256),
                view.url(),
                view.thumbnailUrl(),
                Fields.spelled(file.state()),
                file.createdAt());
    }
}
