package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.search.Passage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.job.JobObserver.Outcome;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.transaction.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes a document found: reads it, cuts it into passages, has them turned into vectors, and then exchanges what is in the index, in one
 * transaction, unless the document was changed meanwhile. Until then searches find it as it was before.
 */
final class IngestionJob {

    private static final Logger LOG = System.getLogger(IngestionJob.class.getName());

    private static final String REFUSED =
            "The model that makes texts searchable refuses this one. Change it, or ask the operator.";
    private static final String TOO_DEAR =
            "It was not made searchable, because no more may be spent today. Change it tomorrow to have it tried again.";
    private static final String CANCELLED = "Its job was cancelled. Change it to have it tried again.";

    private final DocumentRepository documents;
    private final DocumentReader reader;
    private final PassageIndex index;
    private final PassageEmbedding embedding;
    private final Embedders embedders;
    private final JobRepository jobs;
    private final Transactions transactions;
    private final InstantSource clock;

    IngestionJob(
            DocumentRepository documents,
            DocumentReader reader,
            PassageIndex index,
            PassageEmbedding embedding,
            Embedders embedders,
            JobRepository jobs,
            Transactions transactions,
            InstantSource clock) {
        this.documents = documents;
        this.reader = reader;
        this.index = index;
        this.embedding = embedding;
        this.embedders = embedders;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    Outcome execute(Claim claim, Task.IngestDocument task) throws InterruptedException {
        var found = find(claim.job().owner(), task);
        if (found.isPresent()) {
            try {
                ingest(claim, found.get());
            } catch (DomainException.NotFound removed) {
                LOG.log(Level.DEBUG, "a document was removed while it was read");
            }
        }
        return Outcome.DONE;
    }

    private void ingest(Claim claim, Document document) throws InterruptedException {
        switch (reader.read(document)) {
            case UnreadableDocument unreadable -> store(claim, document, () -> fail(document, unreadable.sentence()));
            case ReadDocument read -> {
                var passages = PassageCutting.of(document, read);
                if (passages.size() > Passage.PER_DOCUMENT_MAX) {
                    store(claim, document, () -> fail(document, DocumentReader.TOO_LONG.sentence()));
                } else {
                    ingest(claim, document, read, passages);
                }
            }
        }
    }

    private void ingest(Claim claim, Document document, ReadDocument read, List<Passage> passages)
            throws InterruptedException {
        try {
            embedding.complete(new OwnedDocument(document.owner(), document.id()), passages, embedders.current());
        } catch (PortFailure.Permanent e) {
            if (e.service() != PortFailure.Service.EMBEDDER) {
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    () -> "document %s: %s".formatted(document.id().value(), e.getMessage()));
            store(claim, document, () -> fail(document, REFUSED));
            return;
        } catch (DomainException.CostLimitReached e) {
            store(claim, document, () -> fail(document, TOO_DEAR));
            return;
        }
        store(claim, document, () -> {
            boolean current = read.changes(document)
                    ? documents.update(document.read(read.content(), clock.instant()))
                    : mark(document, Ingestion.READY, Optional.empty());
            if (current) {
                index.replace(document.owner(), document.id(), passages);
            }
            return current;
        });
    }

    /**
     * Stores what came of it, if the claim holds. When the document was changed meanwhile, there is another job for it. The job's row is
     * locked last and for a moment: leases are renewed together, and whoever changes a document has its row before that of its job.
     */
    private void store(Claim claim, Document document, BooleanSupplier result) {
        boolean current = transactions.execute(() -> {
            boolean stored = result.getAsBoolean();
            ClaimLostException.unless(jobs.hold(claim), claim);
            return stored;
        });
        if (!current) {
            LOG.log(
                    Level.DEBUG,
                    () -> "document %s was changed while it was read"
                            .formatted(document.id().value()));
        }
    }

    /** What could be found before is found still. */
    private boolean fail(Document document, String sentence) {
        return mark(document, Ingestion.FAILED, Optional.of(sentence));
    }

    private boolean mark(Document document, Ingestion ingestion, Optional<String> error) {
        return documents.markIngestion(
                new OwnedDocument(document.owner(), document.id()), document.revision(), ingestion, error);
    }

    /** Ends the job for good, and tells the document's owner; whether the claim holds. */
    boolean bury(Claim claim, Task.IngestDocument task, String why) {
        var sentence =
                "It could not be made searchable. Change it to have it tried again, or ask the operator, who finds why"
                        + " in the log of job " + claim.job().id().value() + ".";
        try {
            transactions.run(() -> {
                find(claim.job().owner(), task).ifPresent(document -> fail(document, sentence));
                ClaimLostException.unless(jobs.bury(claim, why), claim);
            });
            return true;
        } catch (ClaimLostException e) {
            return false;
        }
    }

    /** The job will never be done; to be called in the transaction that decides so. */
    void abandon(UserId owner, Task.IngestDocument task) {
        find(owner, task).ifPresent(document -> fail(document, CANCELLED));
    }

    private Optional<Document> find(UserId owner, Task.IngestDocument task) {
        return documents.find(owner, task.document()).filter(document -> document.ingestion() != Ingestion.READY);
    }
}
