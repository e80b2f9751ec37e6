package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.DirectUpload;
import dev.atelier.port.in.file.FileContent;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.in.file.SignedUrl;
import dev.atelier.port.in.file.UploadBody;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.project.ProjectRepository;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

final class FileService implements Files {

    private final FileRepository files;
    private final ProjectRepository projects;
    private final BlobStorage blobs;
    private final FileStore store;
    private final StoredFiles states;
    private final FileTypes types;
    private final DirectUploads directUploads;
    private final Ids ids;
    private final InstantSource clock;

    FileService(
            FileRepository files,
            ProjectRepository projects,
            BlobStorage blobs,
            FileStore store,
            StoredFiles states,
            FileTypes types,
            DirectUploads directUploads,
            Ids ids,
            InstantSource clock) {
        this.files = files;
        this.projects = projects;
        this.blobs = blobs;
        this.store = store;
        this.states = states;
        this.types = types;
        this.directUploads = directUploads;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public FileView upload(
            UserId user, ProjectId project, FileDetails details, ExpectedContent expected, UploadBody body) {
        var again = new PushbackInputStream(body.bytes(), ContentTypes.HEAD_BYTES);
        var known = types.decide(details, head(again));
        var pending =
                files.insert(StoredFile.pending(ids.file(), user, project, known, ids.objectKey(), clock.instant()));
        try {
            var content = store.transfer(pending, new UploadBody(again, body.likelySize()));
            expected.requireMatch(content);
            return view(states.store(pending, known, content));
        } catch (RuntimeException e) {
            states.abandon(pending, e);
            throw e;
        }
    }

    /** What {@code body} begins with, which it still has afterwards. */
    private static byte[] head(PushbackInputStream body) {
        try {
            var head = body.readNBytes(ContentTypes.HEAD_BYTES);
            body.unread(head);
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DirectUpload beginDirectUpload(
            UserId user, ProjectId project, FileDetails details, ExpectedContent expected) {
        return directUploads.begin(user, project, details, expected);
    }

    @Override
    public FileView complete(UserId user, FileId id) {
        return view(directUploads.complete(user, id));
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
        if (!states.remove(user, id)) {
            throw new DomainException.NotFound("file");
        }
    }

    private StoredFile find(UserId user, FileId id) {
        return files.find(user, id)
                .filter(file -> file.state() == FileState.STORED)
                .orElseThrow(() -> new DomainException.NotFound("file"));
    }

    private FileView view(StoredFile file) {
        var thumbnail = Optional.of(file.key().thumbnail()).filter(key -> file.hasThumbnail());
        return new FileView(file, blobs.publicUrl(file.key()), thumbnail.map(blobs::publicUrl));
    }
}
