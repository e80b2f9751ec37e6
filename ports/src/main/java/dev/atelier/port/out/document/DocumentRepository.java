package dev.atelier.port.out.document;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The documents. Every call names their owner, and sees nothing of anybody else.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface DocumentRepository {

    /** How many characters (code points) of its content a document in a list carries. */
    int EXCERPT_LENGTH = 2_000;

    /**
     * Stores a new document. Of its attachment only the file's id is stored; the key is the file's.
     *
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code project}) when its owner has no such project
     */
    void insert(Document document);

    /** The document; empty when the owner has none of that id. It has an attachment as long as the file's row exists. */
    Optional<Document> find(UserId owner, DocumentId id);

    /** The documents of a project, newest first, each with the first {@value #EXCERPT_LENGTH} characters of its content. */
    Page<Document> list(UserId owner, ProjectId project, PageRequest request);

    /**
     * Stores all of {@code changed} but its attachment, provided that the stored revision is the one before.
     *
     * @return whether it was; nothing is stored when not, or when there is no such document
     */
    boolean update(Document changed);

    /**
     * Has a document show a file of its project from now on, in its next revision.
     *
     * @return whether it does; nothing is stored when its owner has no such document, or its project no such file that is
     *     {@code STORED}
     */
    boolean show(UserId owner, DocumentId id, FileId file, Instant at);

    /**
     * Says how far the document is on its way into the search index, provided that {@code revision} is the stored one; nothing else of it
     * changes, its revision neither.
     *
     * @param error why it failed; empty when it did not
     * @return whether it was
     */
    boolean markIngestion(OwnedDocument document, long revision, Ingestion ingestion, Optional<String> error);

    /** Documents of all owners that are {@link Ingestion#PENDING}, changed last before an instant, in the order of their ids, behind {@code after}. */
    List<OwnedDocument> listPending(Instant changedBefore, DocumentId after, int limit);

    /**
     * Removes the document. A file that it shows stays.
     *
     * @return whether there was one
     */
    boolean delete(UserId owner, DocumentId id);
}
