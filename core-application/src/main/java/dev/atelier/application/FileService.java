package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.FileContent;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.in.file.SignedUrl;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

final class FileService implements Files {

    private final FileRepository files;
    private final ProjectRepository projects;
    private final BlobStorage blobs;
    private final FileStore store;
    private final Transactions transactions;
    private final JobQueue queue;
    private final Ids ids;
    private final InstantSource clock;

    FileService(
            FileRepository files,
            ProjectRepository projects,
            BlobStorage blobs,
            FileStore store,
            Transactions transactions,
            JobQueue queue,
            Ids ids,
            InstantSource clock) {
        this.files = files;
        this.projects = projects;
        this.blobs = blobs;
        this.store = store;
        this.transactions = transactions;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public FileView upload(UserId user, ProjectId project, FileDetails details, InputStream body) {
        var pending =
                files.insert(StoredFile.pending(ids.file(), user, project, details, ids.objectKey(), clock.instant()));
        Content content;
        try {
            content = store.transfer(pending, body);
        } catch (RuntimeException e) {
            abandon(pending, e);
            throw e;
        }
        if (!files.markStored(user, pending.id(), content)) {
            throw new DomainException.NotFound(
                    "project"); // removed while the bytes were under way, and the file with it
        }
        return view(pending.stored(content));
    }

    /** The row goes the way of every deleted file; when even that cannot be written, the sweeper finds it later. */
    private void abandon(StoredFile pending, RuntimeException cause) {
        try {
            remove(pending.owner(), pending.id());
        } catch (PortFailure e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public FileView get(UserId user, FileId id) {
        return view(find(user, id));
    }

    @Override
    public Page<FileView> list(UserId user, ProjectId project, PageRequest request) {
        var page = files.list(user, project, request);
        if (page.items().isEmpty()) {
            ProjectService.find(projects, user, project);
        }
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @Override
    public FileContent open(UserId user, FileId id) {
        return content(find(user, id), file -> blobs.open(file.key()));
    }

    @Override
    public FileContent open(UserId user, FileId id, long offset, long length) {
        return content(find(user, id), file -> blobs.open(file.key(), offset, length));
    }

    private static FileContent content(StoredFile file, Function<StoredFile, Optional<BlobStorage.Blob>> open) {
        return open.apply(file)
                .map(blob -> new FileContent(file, blob.body(), blob.size()))
                .orElseThrow(() -> new PortFailure.Permanent(
                        PortFailure.Service.STORAGE,
                        "file %s has no object %s"
                                .formatted(file.id().value(), file.key().value())));
    }

    @Override
    public SignedUrl signedUrl(UserId user, FileId id, Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(MAX_SIGNED_URL_VALIDITY) > 0) {
            throw new DomainException.ValidationFailed(
                    "expiresIn", "must be 1 to %d seconds".formatted(MAX_SIGNED_URL_VALIDITY.toSeconds()));
        }
        var file = find(user, id);
        var expiresAt = clock.instant().plus(validity);
        return new SignedUrl(blobs.signedUrl(file.key(), validity), expiresAt);
    }

    @Override
    public void delete(UserId user, FileId id) {
        find(user, id);
        if (!remove(user, id)) {
            throw new DomainException.NotFound("file");
        }
    }

    private boolean remove(UserId user, FileId id) {
        return transactions.execute(() -> {
            boolean removed = files.markDeleting(user, id);
            if (removed) {
                queue.enqueue(user, new Task.RemoveDeletedFiles());
            }
            return removed;
        });
    }

    private StoredFile find(UserId user, FileId id) {
        return files.find(user, id)
                .filter(file -> file.state() == FileState.STORED)
                .orElseThrow(() -> new DomainException.NotFound("file"));
    }

    private FileView view(StoredFile file) {
        return new FileView(file, blobs.publicUrl(file.key()));
    }
}
