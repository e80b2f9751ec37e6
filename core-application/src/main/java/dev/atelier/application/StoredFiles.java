package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.job.Task;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.file.Thumbnailer;
import dev.atelier.port.out.transaction.Transactions;

/** The steps of a file from one state to the next, each with the job that follows from it. */
final class StoredFiles {

    private final FileRepository files;
    private final Thumbnailer thumbnailer;
    private final Transactions transactions;
    private final JobQueue queue;

    StoredFiles(FileRepository files, Thumbnailer thumbnailer, Transactions transactions, JobQueue queue) {
        this.files = files;
        this.thumbnailer = thumbnailer;
        this.transactions = transactions;
        this.queue = queue;
    }

    /**
     * The object of a pending file is complete and checked.
     *
     * @param known what it is by its content
     * @throws DomainException.NotFound when it was removed meanwhile
     */
    StoredFile store(StoredFile pending, FileDetails known, Content content) {
        boolean stored = transactions.execute(() -> {
            if (!known.equals(pending.details())) {
                files.retype(pending.owner(), pending.id(), known.contentType());
            }
            boolean marked = files.markStored(pending.owner(), pending.id(), content);
            if (marked && thumbnailer.supports(Presentation.mediaType(known.contentType()))) {
                queue.enqueue(pending.owner(), new Task.MakeThumbnail(pending.id()));
            }
            return marked;
        });
        if (!stored) {
            throw new DomainException.NotFound("file");
        }
        return pending.ofType(known.contentType()).stored(content);
    }

    /** Returns whether there was such a file. */
    boolean remove(UserId owner, FileId id) {
        return transactions.execute(() -> {
            boolean removed = files.markDeleting(owner, id);
            if (removed) {
                queue.enqueue(owner, new Task.RemoveDeletedFiles());
            }
            return removed;
        });
    }

    /** The row goes the way of every deleted file; when even that cannot be written, the sweeper finds it later. */
    void abandon(StoredFile pending, RuntimeException cause) {
        try {
            remove(pending.owner(), pending.id());
        } catch (PortFailure e) {
            cause.addSuppressed(e);
        }
    }
}
