package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.id.UuidV7;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.file.DeletedFile;
import dev.atelier.port.out.file.FileEntry;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryFileRepository implements FileRepository, FileInventory {

    private final InMemoryDatabase database;
    private final InstantSource clock;

    /** Of the one who sweeps; guarded by the database, as all that is in it. */
    private Instant lastTurn = Instant.MIN;

    InMemoryFileRepository(InMemoryDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public StoredFile insert(StoredFile pending) {
        return database.statement(() -> {
            if (database.files().find(pending.id()).isEmpty()) {
                database.requireProject(pending.owner(), pending.projectId());
                database.files().put(pending.id(), new FileRow(pending, true));
            }
            return find(pending.owner(), pending.id()).orElseThrow(() -> new DomainException.NotFound("project"));
        });
    }

    @Override
    public Optional<StoredFile> find(UserId owner, FileId id) {
        return database.statement(
                () -> stored(owner, id).filter(FileRow::ofProject).map(FileRow::file));
    }

    @Override
    public Page<StoredFile> list(UserId owner, ProjectId project, PageRequest request) {
        return database.statement(() -> Listing.page(
                ofProject(owner, project).stream().map(FileRow::file).filter(file -> file.state() == FileState.STORED),
                request,
                file -> file.id().value()));
    }

    @Override
    public boolean markStored(UserId owner, FileId id, Content content) {
        return database.statement(() -> {
            stored(owner, id)
                    .filter(row -> row.file().state() == FileState.PENDING)
                    .ifPresent(row -> put(new FileRow(row.file().stored(content), row.ofProject())));
            return stored(owner, id)
                    .map(FileRow::file)
                    .filter(file -> file.state() == FileState.STORED)
                    .flatMap(StoredFile::content)
                    .filter(content::equals)
                    .isPresent();
        });
    }

    @Override
    public void retype(UserId owner, FileId id, String contentType) {
        database.run(() -> stored(owner, id)
                .filter(row -> row.file().state() == FileState.PENDING)
                .ifPresent(row -> put(new FileRow(row.file().ofType(contentType), row.ofProject()))));
    }

    @Override
    public boolean markThumbnail(UserId owner, FileId id) {
        return database.statement(() -> {
            var found = stored(owner, id).filter(row -> !row.isDeleting());
            found.ifPresent(row -> put(new FileRow(row.file().withThumbnail(), row.ofProject())));
            return found.isPresent();
        });
    }

    @Override
    public List<FileEntry> list(String after, int limit) {
        return database.statement(() -> database.files().stream()
                .map(FileRow::file)
                .filter(file -> file.key().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(file -> file.key().value()))
                .limit(limit)
                .map(file -> new FileEntry(
                        file.id(), file.owner(), file.key(), file.state(), file.hasThumbnail(), file.createdAt()))
                .toList());
    }

    @Override
    public boolean contains(ObjectKey key) {
        return database.statement(
                () -> database.files().stream().anyMatch(row -> row.file().key().equals(key)));
    }

    @Override
    public boolean takeTurn(Duration interval) {
        return database.statement(() -> {
            var now = clock.instant();
            boolean mine = lastTurn.plus(interval).isBefore(now);
            lastTurn = mine ? now : lastTurn;
            return mine;
        });
    }

    @Override
    public boolean markDeleting(UserId owner, FileId id) {
        return database.statement(() -> {
            var found = stored(owner, id).filter(row -> !row.isDeleting());
            found.ifPresent(row -> put(row.deleting()));
            return found.isPresent();
        });
    }

    @Override
    public int markAllDeleting(UserId owner, ProjectId project, int limit) {
        return database.statement(() -> {
            var found = ofProject(owner, project).stream().limit(limit).toList();
            found.forEach(row -> put(row.deleting().withoutProject()));
            return found.size();
        });
    }

    @Override
    public List<DeletedFile> listDeleting(UserId owner, int limit) {
        return database.statement(() -> database.files().stream()
                .filter(row -> row.file().owner().equals(owner) && row.isDeleting())
                .map(row -> new DeletedFile(row.file().id(), row.file().key()))
                .sorted(Comparator.comparing(file -> file.id().value(), UuidV7.ORDER))
                .limit(limit)
                .toList());
    }

    @Override
    public void remove(UserId owner, List<FileId> ids) {
        database.run(() ->
                ids.forEach(id -> stored(owner, id).filter(FileRow::isDeleting).ifPresent(row -> remove(id))));
    }

    private void remove(FileId id) {
        database.files().remove(id);
        database.documents()
                .matching(document -> shows(document, id))
                .forEach(document -> database.documents()
                        .put(document.id(), InMemoryDocumentRepository.with(document, Optional.empty())));
    }

    private static boolean shows(Document document, FileId id) {
        return document.attachment().filter(shown -> shown.file().equals(id)).isPresent();
    }

    private Optional<FileRow> stored(UserId owner, FileId id) {
        return database.files().find(id).filter(row -> row.file().owner().equals(owner));
    }

    private List<FileRow> ofProject(UserId owner, ProjectId project) {
        return database.files()
                .matching(row -> row.ofProject()
                        && row.file().owner().equals(owner)
                        && row.file().projectId().equals(project));
    }

    private void put(FileRow row) {
        database.files().put(row.file().id(), row);
    }
}
