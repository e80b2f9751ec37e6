package dev.atelier.application;

import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.job.Task;
import dev.atelier.port.out.document.DocumentRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Sees to it that no document waits for a job that is not there: an operator may have dropped it, or the document is older than
 * the search. A document that has its job is none the worse for it.
 */
final class PendingSweep implements Runnable {

    static final Duration INTERVAL = Duration.ofMinutes(5);

    /** By then a job that there is has been done, mostly. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int BATCH = 100;
    private static final int BATCHES = 10;

    private final DocumentRepository documents;
    private final JobQueue queue;
    private final InstantSource clock;
    private DocumentId reached = DocumentId.BELOW_ALL;

    PendingSweep(DocumentRepository documents, JobQueue queue, InstantSource clock) {
        this.documents = documents;
        this.queue = queue;
        this.clock = clock;
    }

    /** Goes on where it stopped the last time. */
    @Override
    public void run() {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<OwnedDocument> pending = documents.listPending(clock.instant().minus(PATIENCE), reached, BATCH);
            pending.forEach(document -> queue.enqueue(document.owner(), new Task.IngestDocument(document.id())));
            reached = pending.size() < BATCH
                    ? DocumentId.BELOW_ALL
                    : pending.getLast().id();
            if (pending.size() < BATCH) {
                return;
            }
        }
    }
}
