package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.document.DocumentChange;
import dev.atelier.port.in.document.DocumentView;
import dev.atelier.port.in.document.Documents;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.project.ProjectRepository;
import java.time.InstantSource;
import java.util.Optional;

final class DocumentService implements Documents {

    private final DocumentRepository documents;
    private final IngestedDocuments ingested;
    private final ProjectRepository projects;
    private final FileRepository files;
    private final BlobStorage blobs;
    private final Ids ids;
    private final InstantSource clock;

    DocumentService(
            DocumentRepository documents,
            IngestedDocuments ingested,
            ProjectRepository projects,
            FileRepository files,
            BlobStorage blobs,
            Ids ids,
            InstantSource clock) {
        this.documents = documents;
        this.ingested = ingested;
        this.projects = projects;
        this.files = files;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public DocumentView create(UserId user, ProjectId project, DocumentDetails details) {
        var document = Document.write(ids.document(), user, project, details, clock.instant());
        ingested.insert(document);
        return view(document);
    }

    @Override
    public DocumentView createFrom(UserId user, FileId id, Optional<String> title) {
        var file = files.find(user, id)
                .filter(found -> found.state() == FileState.STORED)
                .orElseThrow(() -> new DomainException.NotFound("file"));
        var details = new DocumentDetails(
                title.orElseGet(() -> Titles.fit(withoutExtension(file.details().name()), "")),
                "",
                DocumentTypes.of(file.details()),
                DocumentStatus.DRAFT);
        var document = Document.write(ids.document(), user, file.projectId(), details, clock.instant())
                .showing(new Attachment(file.id(), file.key()));
        ingested.insert(document);
        return view(document);
    }

    private static String withoutExtension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    @Override
    public DocumentView get(UserId user, DocumentId id) {
        return view(find(user, id));
    }

    @Override
    public Page<DocumentView> list(UserId user, ProjectId project, PageRequest request) {
        var page = documents.list(user, project, request);
        if (page.items().isEmpty()) {
            ProjectService.find(projects, user, project);
        }
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @Override
    public DocumentView change(UserId user, DocumentId id, DocumentChange change, Precondition precondition) {
        return view(OptimisticChange.apply(
                () -> find(user, id),
                Document::revision,
                precondition,
                current -> current.change(merge(current.details(), change), clock.instant()),
                ingested::update));
    }

    @Override
    public void delete(UserId user, DocumentId id, Precondition precondition) {
        OptimisticChange.require(find(user, id), Document::revision, precondition);
        if (!documents.delete(user, id)) {
            throw new DomainException.NotFound("document");
        }
    }

    private static DocumentDetails merge(DocumentDetails current, DocumentChange change) {
        return new DocumentDetails(
                change.title().orElse(current.title()),
                change.content().orElse(current.content()),
                current.mediaType(),
                change.status().orElse(current.status()));
    }

    private Document find(UserId user, DocumentId id) {
        return documents.find(user, id).orElseThrow(() -> new DomainException.NotFound("document"));
    }

    private DocumentView view(Document document) {
        return new DocumentView(document, document.attachment().map(attachment -> blobs.publicUrl(attachment.key())));
    }
}
