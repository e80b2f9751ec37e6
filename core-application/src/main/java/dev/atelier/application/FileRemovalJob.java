package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.DeletedFile;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.job.JobObserver.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** Removes what users have deleted: first the objects, then the rows that know of them. Doing it twice does no harm. */
final class FileRemovalJob {

    /** Each has an object, and may have a thumbnail. */
    static final int BATCH = BlobStorage.MAX_PAGE / 2;

    /** Then others have their turn, and the job waits for its next one. */
    static final int BATCHES = 20;

    private final JobQueue queue;
    private final FileRepository files;
    private final BlobStorage blobs;

    FileRemovalJob(JobQueue queue, FileRepository files, BlobStorage blobs) {
        this.queue = queue;
        this.files = files;
        this.blobs = blobs;
    }

    Outcome execute(Claim claim) {
        var owner = claim.job().owner();
        if (removeBatches(owner)) {
            queue.enqueue(owner, new Task.RemoveDeletedFiles()); // the same job, once more after this time
        }
        return Outcome.DONE;
    }

    /** Whether there may be more. */
    private boolean removeBatches(UserId owner) {
        for (int round = 0; round < BATCHES; round++) {
            var batch = files.listDeleting(owner, BATCH);
            remove(owner, batch);
            if (batch.size() < BATCH) {
                return false;
            }
        }
        return true;
    }

    private void remove(UserId owner, List<DeletedFile> batch) {
        if (batch.isEmpty()) {
            return;
        }
        blobs.deleteAll(batch.stream()
                .flatMap(file -> Stream.of(file.key(), file.key().thumbnail()))
                .toList());
        files.remove(owner, batch.stream().map(DeletedFile::id).toList());
    }
}
