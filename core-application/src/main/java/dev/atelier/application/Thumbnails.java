package dev.atelier.application;

import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.BlobProperties;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.file.Thumbnailer;
import dev.atelier.port.out.job.JobObserver.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Makes small images of files. A file of which there can be none is none the worse for it. */
final class Thumbnails {

    private final FileRepository files;
    private final BlobStorage blobs;
    private final Thumbnailer thumbnailer;

    Thumbnails(FileRepository files, BlobStorage blobs, Thumbnailer thumbnailer) {
        this.files = files;
        this.blobs = blobs;
        this.thumbnailer = thumbnailer;
    }

    Outcome execute(Claim claim, Task.MakeThumbnail task) {
        files.find(claim.job().owner(), task.file())
                .filter(file -> file.state() == FileState.STORED && !file.hasThumbnail())
                .ifPresent(this::make);
        return Outcome.DONE;
    }

    private void make(StoredFile file) {
        var object = blobs.open(file.key());
        if (object.isEmpty()) {
            return; // the sweeper tells of it
        }
        try (var blob = object.get()) {
            make(file, blob.body());
        } catch (IOException | UncheckedIOException e) {
            throw PortFailure.Retryable.unavailable(
                    PortFailure.Service.STORAGE, "storage: an image cannot be read to its end", e);
        }
    }

    /**
     * Makes and stores one.
     *
     * @param image the bytes of {@code file}
     * @return whether the file has one now
     */
    boolean make(StoredFile file, InputStream image) {
        var made = thumbnailer.make(image);
        if (made.isEmpty()) {
            return false;
        }
        var key = file.key().thumbnail();
        blobs.put(
                key,
                new ByteArrayInputStream(made.get().bytes()),
                new BlobProperties(made.get().contentType(), file.details().name(), true));
        boolean marked = files.markThumbnail(file.owner(), file.id());
        if (!marked) {
            blobs.delete(key); // the file was removed meanwhile, and nobody else would know of this
        }
        return marked;
    }
}
