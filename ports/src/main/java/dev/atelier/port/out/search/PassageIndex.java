package dev.atelier.port.out.search;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.SearchScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The passages of documents, and where they lie in the space of each model that has looked at them. Every call names an
 * owner, and sees nothing of anybody else; only {@link #withoutVectors} is for operators. Passages and vectors go with their
 * document.
 *
 * <p>Vectors belong to what a passage says ({@link Passage#digest()}), within its document: one that moves, or comes back as it
 * was, has them still. They may be there before the passage is, and are found only through it. Vectors of several models may
 * lie side by side, of any dimensions; only those of the model that is asked for are compared.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface PassageIndex {

    /** The most passages that a search gives. */
    int LIMIT_MAX = 100;

    /** The most numbers that a vector has. */
    int DIMENSION_MAX = 4_000;

    /**
     * Exchanges all passages of the document for {@code passages}, at once: searches see those before or those after. Vectors of
     * what no passage says any more go.
     *
     * @param passages of that document, at most {@value Passage#PER_DOCUMENT_MAX}, with ordinals from 0 on; none to take the
     *     document out of the index
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code document}) when the owner has no such document
     */
    void replace(UserId owner, DocumentId document, List<Passage> passages);

    /** The passages of the document, in order; none when the owner has no such document. */
    List<Passage> passages(UserId owner, DocumentId document);

    /** The digests of all that the document has vectors of that model for, whether there is such a passage or not (yet). */
    Set<String> embedded(UserId owner, DocumentId document, String model);

    /**
     * Adds vectors of a model to the document; those that are there already stay as they are.
     *
     * @param vectors by the digest of what they were made of; each of one to {@value #DIMENSION_MAX} finite numbers that are not
     *     all 0, all as many
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code document}) when the owner has no such document
     */
    void addVectors(UserId owner, DocumentId document, String model, Map<String, float[]> vectors);

    /** Removes all vectors of the document but those of one model; returns how many. */
    int keepVectorsOf(UserId owner, DocumentId document, String model);

    /** The models that there are vectors of in the scope, in the order of their names. */
    List<EmbeddingModel> models(SearchScope scope);

    /**
     * The passages whose vectors lie nearest to {@code vector}, the nearest first, however few passages of how many are in the
     * scope. Their score is the cosine, from -1 to 1. Of more than 10,000 passages in a scope some may be missed, as indexes of vectors do.
     *
     * @param vector of the model, as many numbers as its others
     * @param limit 1 to {@value #LIMIT_MAX}
     */
    List<FoundPassage> nearest(SearchScope scope, String model, float[] vector, int limit);

    /**
     * The passages that have the words of {@code query} in their text, heading or title, those that fit better first. Case does not matter, and
     * accents may be left out. Words may be excluded by {@code -}, and put in quotes to stand beside each other; nothing in a
     * query is an error. An index that knows the language of a passage also finds other forms of the words, and passes over
     * those that say nothing.
     *
     * @param need how many of the words a passage needs to have
     * @param limit 1 to {@value #LIMIT_MAX}
     */
    List<FoundPassage> matching(SearchScope scope, String query, Need need, int limit);

    /** How many words of a query. */
    enum Need {
        ALL,

        /** At least one. When words are excluded, the same as {@link #ALL}. */
        ANY
    }

    /**
     * Looks at the next documents of all owners, in the order of their ids, for those that have a passage without a vector of that
     * model.
     *
     * @param after the one behind which to begin
     * @param limit how many to look at
     */
    Lacking withoutVectors(String model, DocumentId after, int limit);

    /**
     * What was found among some documents.
     *
     * @param documents that lack vectors, in the order of their ids
     * @param next the one behind which to go on; empty when there are no more
     */
    record Lacking(List<OwnedDocument> documents, Optional<DocumentId> next) {

        public Lacking {
            documents = List.copyOf(documents);
        }
    }
}
