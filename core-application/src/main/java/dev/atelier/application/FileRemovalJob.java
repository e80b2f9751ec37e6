package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Claim;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.DeletedFile;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.util.List;

/** Removes what users have deleted: first the object, then the row that knows of it. */
final class FileRemovalJob {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final JobRepository jobs;
    private final FileRepository files;
    private final BlobStorage blobs;

    FileRemovalJob(Transactions transactions, JobRepository jobs, FileRepository files, BlobStorage blobs) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.files = files;
        this.blobs = blobs;
    }

    void execute(Claim claim) {
        var owner = claim.job().owner();
        for (var batch = files.listDeleting(owner, BATCH); !batch.isEmpty(); batch = files.listDeleting(owner, BATCH)) {
            remove(owner, batch);
        }
        transactions.run(() -> ClaimLostException.unless(jobs.complete(claim), claim));
    }

    private void remove(UserId owner, List<DeletedFile> batch) {
        for (var file : batch) {
            blobs.delete(file.key());
            files.remove(owner, file.id());
        }
    }
}
