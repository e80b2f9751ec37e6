package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.DirectUpload;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.port.out.file.FileRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;

/** Files that users send to storage past us: what they announce is signed, what has come is looked at. */
final class DirectUploads {

    private final FileRepository files;
    private final BlobStorage blobs;
    private final StoredFiles states;
    private final FileTypes types;
    private final long maxBytes;
    private final Ids ids;
    private final InstantSource clock;

    DirectUploads(
            FileRepository files,
            BlobStorage blobs,
            StoredFiles states,
            FileTypes types,
            long maxBytes,
            Ids ids,
            InstantSource clock) {
        this.files = files;
        this.blobs = blobs;
        this.states = states;
        this.types = types;
        this.maxBytes = Math.min(maxBytes, BlobStorage.MAX_SIGNED_UPLOAD_BYTES);
        this.ids = ids;
        this.clock = clock;
    }

    DirectUpload begin(UserId user, ProjectId project, FileDetails details, ExpectedContent expected) {
        long size = expected.size().orElseThrow(() -> new DomainException.ValidationFailed("size", "is required"));
        if (size > maxBytes) {
            throw new DomainException.TooLarge(maxBytes);
        }
        var now = clock.instant();
        var file = files.insert(StoredFile.pending(ids.file(), user, project, details, ids.objectKey(), expected, now));
        var place = blobs.signUpload(file.key(), Presentation.of(details), size, Files.DIRECT_UPLOAD_VALIDITY);
        return new DirectUpload(file.id(), place.url(), place.headers(), now.plus(Files.DIRECT_UPLOAD_VALIDITY));
    }

    StoredFile complete(UserId user, FileId id) {
        var file = files.find(user, id)
                .filter(found -> found.state() == FileState.STORED || isAwaited(found))
                .orElseThrow(() -> new DomainException.NotFound("file"));
        return file.state() == FileState.STORED ? file : complete(file);
    }

    private static boolean isAwaited(StoredFile file) {
        return file.isDirectUpload() && file.state() == FileState.PENDING;
    }

    private StoredFile complete(StoredFile file) {
        var seen = look(file);
        FileDetails known;
        try {
            known = types.decide(file.details(), seen.head());
            requireServedSafely(file, known);
            file.expected().requireMatch(seen.content());
        } catch (DomainException refusal) {
            states.abandon(file, refusal);
            throw refusal;
        }
        return states.store(file, known, seen.content());
    }

    /** It is served as what it was announced to be; whoever announces text and sends HTML would have it shown. */
    private static void requireServedSafely(StoredFile file, FileDetails known) {
        if (Presentation.of(file.details()).inline() && !Presentation.of(known).inline()) {
            throw FileTypes.mismatch(file.details(), known.contentType());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Seen(byte[] head, Content content) {}

    /** Reads all of it: no storage can be trusted to know the digest of what it has. */
    private Seen look(StoredFile file) {
        long size = file.expected().size().orElseThrow();
        try (var blob = blobs.open(file.key()).orElseThrow(() -> new DomainException.UploadIncomplete(size))) {
            if (blob.size() != size) {
                throw new DomainException.UploadIncomplete(size);
            }
            var measured = new MeasuredInputStream(blob.body(), size);
            var head = measured.readNBytes(ContentTypes.HEAD_BYTES);
            measured.transferTo(OutputStream.nullOutputStream());
            return new Seen(head, measured.content());
        } catch (IOException e) {
            throw PortFailure.Retryable.unavailable(
                    PortFailure.Service.STORAGE, "storage: an upload cannot be read to its end", e);
        }
    }
}
