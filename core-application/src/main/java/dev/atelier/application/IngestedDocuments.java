package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.Task;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.time.Instant;

/** Stores documents, each with the job that makes it found when there is need of one. */
final class IngestedDocuments {

    private final DocumentRepository documents;
    private final Transactions transactions;
    private final JobQueue queue;

    IngestedDocuments(DocumentRepository documents, Transactions transactions, JobQueue queue) {
        this.documents = documents;
        this.transactions = transactions;
        this.queue = queue;
    }

    void insert(Document document) {
        transactions.run(() -> {
            documents.insert(document);
            enqueue(document);
        });
    }

    /** Whether it was stored: not when the stored revision is not the one before. */
    boolean update(Document changed) {
        return transactions.execute(() -> {
            boolean updated = documents.update(changed);
            if (updated) {
                enqueue(changed);
            }
            return updated;
        });
    }

    /**
     * Has a document show a picture. Its revision changes with that: a job that is making it found just now starts again.
     *
     * @return whether it does; not when one of them is gone
     */
    boolean show(Document document, FileId image, Instant at) {
        return transactions.execute(() -> {
            boolean shown = documents.show(document.owner(), document.id(), image, at);
            if (shown) {
                enqueue(document);
            }
            return shown;
        });
    }

    private void enqueue(Document document) {
        if (document.ingestion() == Ingestion.PENDING) {
            queue.enqueue(document.owner(), new Task.IngestDocument(document.id()));
        }
    }
}
