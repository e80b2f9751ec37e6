package dev.atelier.port.in.search;

import dev.atelier.domain.search.EmbeddingModel;
import java.util.function.Consumer;

/**
 * Gives all documents of all owners vectors of a model, for operators. Documents are found meanwhile, by the vectors that they have; so
 * it takes no downtime, and may be stopped and begun again: what has its vectors is not done twice.
 */
public interface Reindexing {

    /**
     * Does it with the model that is chosen. A document's vectors of other models go as soon as it has all of this one.
     *
     * @param onProgress is told after each document
     * @throws dev.atelier.port.PortFailure when the model or the database does not do what it is asked
     * @throws InterruptedException between two batches of passages
     */
    Progress reindex(Consumer<Progress> onProgress) throws InterruptedException;

    /**
     * Does it with another model, which is to be chosen later; vectors of others stay.
     *
     * @throws IllegalArgumentException when there is no such model here
     * @throws dev.atelier.port.PortFailure when the model or the database does not do what it is asked
     * @throws InterruptedException between two batches of passages
     */
    Progress reindex(EmbeddingModel model, Consumer<Progress> onProgress) throws InterruptedException;

    /**
     * How far it is.
     *
     * @param documents that have been looked at, because they lacked vectors
     * @param vectors that were made
     */
    record Progress(int documents, int vectors) {}
}
