package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.document.DocumentRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryDocumentRepository implements DocumentRepository {

    private final InMemoryDatabase database;

    InMemoryDocumentRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void insert(Document document) {
        database.run(() -> {
            database.requireProject(document.owner(), document.projectId());
            if (document.attachment()
                    .filter(shown -> database.files().find(shown.file()).isEmpty())
                    .isPresent()) {
                throw new DomainException.NotFound("file");
            }
            InMemoryDatabase.requireNew(database.documents().find(document.id()));
            database.documents().put(document.id(), document);
        });
    }

    @Override
    public Optional<Document> find(UserId owner, DocumentId id) {
        return database.statement(() -> stored(owner, id).map(this::withKeyOfFile));
    }

    @Override
    public Page<Document> list(UserId owner, ProjectId project, PageRequest request) {
        return database.statement(() -> Listing.page(
                database.documents().stream()
                        .filter(document -> document.owner().equals(owner)
                                && document.projectId().equals(project))
                        .map(this::withKeyOfFile)
                        .map(InMemoryDocumentRepository::excerpt),
                request,
                document -> document.id().value()));
    }

    @Override
    public boolean update(Document changed) {
        return database.statement(() -> {
            var stored = stored(changed.owner(), changed.id())
                    .filter(document -> document.revision() == changed.revision() - 1);
            stored.ifPresent(document -> database.documents().put(document.id(), with(changed, document.attachment())));
            return stored.isPresent();
        });
    }

    @Override
    public boolean show(UserId owner, DocumentId id, FileId file, Instant at) {
        return database.statement(() -> {
            var shown = stored(owner, id)
                    .flatMap(document -> shownIn(document, file)
                            .map(attachment -> with(document.change(document.details(), at), Optional.of(attachment))));
            shown.ifPresent(document -> database.documents().put(id, document));
            return shown.isPresent();
        });
    }

    private Optional<Attachment> shownIn(Document document, FileId file) {
        return database.files()
                .find(file)
                .map(FileRow::file)
                .filter(found -> found.owner().equals(document.owner())
                        && found.projectId().equals(document.projectId())
                        && found.state() == FileState.STORED)
                .map(found -> new Attachment(found.id(), found.key()));
    }

    @Override
    public boolean markIngestion(OwnedDocument document, long revision, Ingestion ingestion, Optional<String> error) {
        return database.statement(() -> {
            var stored = stored(document.owner(), document.id()).filter(found -> found.revision() == revision);
            stored.ifPresent(found -> database.documents().put(found.id(), found.ingested(ingestion, error)));
            return stored.isPresent();
        });
    }

    @Override
    public List<OwnedDocument> listPending(Instant changedBefore, DocumentId after, int limit) {
        return database.statement(() -> behind(
                database.documents().stream()
                        .filter(document -> document.ingestion() == Ingestion.PENDING
                                && document.updatedAt().isBefore(changedBefore)),
                after,
                limit));
    }

    /** In the order of PostgreSQL, to which ids are unsigned: that of their hexadecimal digits. */
    static List<OwnedDocument> behind(Stream<Document> documents, DocumentId after, int limit) {
        return documents
                .filter(document -> digits(document.id()).compareTo(digits(after)) > 0)
                .sorted(Comparator.comparing(document -> digits(document.id())))
                .limit(limit)
                .map(document -> new OwnedDocument(document.owner(), document.id()))
                .toList();
    }

    private static String digits(DocumentId id) {
        return id.value().toString();
    }

    @Override
    public boolean delete(UserId owner, DocumentId id) {
        return database.statement(() -> {
            var stored = stored(owner, id);
            stored.ifPresent(document -> database.removeDocument(id));
            return stored.isPresent();
        });
    }

    private Optional<Document> stored(UserId owner, DocumentId id) {
        return database.documents().find(id).filter(document -> document.owner().equals(owner));
    }

    private Document withKeyOfFile(Document document) {
        return with(document, document.attachment().flatMap(shown -> attachment(document.owner(), shown)));
    }

    private Optional<Attachment> attachment(UserId owner, Attachment shown) {
        return database.files()
                .find(shown.file())
                .filter(row -> row.file().owner().equals(owner))
                .map(row -> new Attachment(row.file().id(), row.file().key()));
    }

    private static Document excerpt(Document document) {
        var details = document.details();
        var content = details.content();
        if (content.codePointCount(0, content.length()) <= EXCERPT_LENGTH) {
            return document;
        }
        var excerpt = content.substring(0, content.offsetByCodePoints(0, EXCERPT_LENGTH));
        return new Document(
                document.id(),
                document.owner(),
                document.projectId(),
                new DocumentDetails(details.title(), excerpt, details.mediaType(), details.status()),
                document.attachment(),
                document.ingestion(),
                document.ingestionError(),
                document.createdAt(),
                document.updatedAt(),
                document.revision());
    }

    /** The same document with another attachment, or without. */
    static Document with(Document document, Optional<Attachment> attachment) {
        return new Document(
                document.id(),
                document.owner(),
                document.projectId(),
                document.details(),
                attachment,
                document.ingestion(),
                document.ingestionError(),
                document.createdAt(),
                document.updatedAt(),
                document.revision());
    }
}
