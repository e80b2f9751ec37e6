package dev.atelier.application;

import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.port.in.search.Reindexing;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.port.out.search.PassageIndex;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

final class ReindexingService implements Reindexing {

    private static final Logger LOG = System.getLogger(ReindexingService.class.getName());
    private static final int BATCH = 100;

    private final PassageIndex index;
    private final PassageEmbedding embedding;
    private final Embedders embedders;

    ReindexingService(PassageIndex index, PassageEmbedding embedding, Embedders embedders) {
        this.index = index;
        this.embedding = embedding;
        this.embedders = embedders;
    }

    @Override
    public Progress reindex(Consumer<Progress> onProgress) throws InterruptedException {
        return reindex(embedders.current(), true, onProgress);
    }

    @Override
    public Progress reindex(EmbeddingModel model, Consumer<Progress> onProgress) throws InterruptedException {
        var embedder = embedders
                .of(model)
                .orElseThrow(() -> new IllegalArgumentException("there is no model %s here".formatted(model.name())));
        return reindex(embedder, false, onProgress);
    }

    private Progress reindex(Embedder embedder, boolean alone, Consumer<Progress> onProgress)
            throws InterruptedException {
        var progress = new Progress(0, 0);
        for (var after = Optional.of(DocumentId.BELOW_ALL); after.isPresent(); ) {
            var lacking = index.withoutVectors(embedder.model(), after.get(), BATCH);
            for (var document : lacking.documents()) {
                int made = complete(document, embedder, alone);
                progress = new Progress(progress.documents() + 1, progress.vectors() + made);
                onProgress.accept(progress);
            }
            after = lacking.next();
        }
        return progress;
    }

    private int complete(OwnedDocument document, Embedder embedder, boolean alone) throws InterruptedException {
        try {
            int made = embedding.complete(document, index.passages(document.owner(), document.id()), embedder);
            if (alone) {
                index.keepVectorsOf(document.owner(), document.id(), embedder.model());
            }
            return made;
        } catch (DomainException.CostLimitReached e) {
            LOG.log(
                    Level.WARNING,
                    () -> "document %s stays as it is today: %s"
                            .formatted(document.id().value(), e.getMessage()));
            return 0;
        } catch (DomainException.NotFound removed) {
            LOG.log(Level.DEBUG, "a document was removed meanwhile");
            return 0;
        }
    }
}
