package dev.atelier.port.in.document;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.Precondition;
import java.util.Optional;

/**
 * The documents of a user's projects. What belongs to somebody else does not exist here.
 *
 * <p>All calls: {@link dev.atelier.domain.error.DomainException.NotFound} when the user has no such project or document.
 */
public interface Documents {

    DocumentView create(UserId user, ProjectId project, DocumentDetails details);

    /**
     * Makes a document of a file that was uploaded: a PDF, a Word document (.docx), HTML, Markdown, plain text or an image. Its content
     * is read from the file, a little later: then its ingestion is {@code READY} or {@code FAILED}.
     *
     * @param title empty for the name of the file, without its extension
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code file}) when the user has no such file
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed when it is of another type, or the title breaks its rule
     */
    DocumentView createFrom(UserId user, FileId file, Optional<String> title);

    DocumentView get(UserId user, DocumentId id);

    /** Newest first, each with the beginning of its content: the first 2,000 characters. */
    Page<DocumentView> list(UserId user, ProjectId project, PageRequest request);

    /**
     * Changes a document.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it
     */
    DocumentView change(UserId user, DocumentId id, DocumentChange change, Precondition precondition);

    /**
     * Removes a document. A file that it shows stays.
     *
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it
     */
    void delete(UserId user, DocumentId id, Precondition precondition);
}
