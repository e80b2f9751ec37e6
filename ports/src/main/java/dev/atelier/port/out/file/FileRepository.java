package dev.atelier.port.out.file;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * The rows of files. Every call names their owner, and sees nothing of anybody else.
 *
 * <p>A row goes from {@code PENDING} to {@code STORED} to {@code DELETING}, or straight from the first to the last, never
 * back. All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface FileRepository {

    /**
     * Stores the row of a file to come; when there is a row of that id already, leaves it as it is. So a step that is done
     * again finds the key that it used before.
     *
     * @return the row that is stored now
     * @throws dev.atelier.domain.error.DomainException.NotFound ({@code project}) when its owner has no such project
     */
    StoredFile insert(StoredFile pending);

    /** The file in any state; empty when the owner has none of that id, or it belongs to no project any more. */
    Optional<StoredFile> find(UserId owner, FileId id);

    /** The files of a project that are {@code STORED}, newest first. */
    Page<StoredFile> list(UserId owner, ProjectId project, PageRequest request);

    /**
     * Makes a {@code PENDING} file {@code STORED}; one that is stored with the same content stays so.
     *
     * @return whether the file is stored with that content now
     */
    boolean markStored(UserId owner, FileId id, Content content);

    /**
     * Says what a {@code PENDING} file is; other files stay what they are.
     *
     * @param contentType a legal one
     */
    void retype(UserId owner, FileId id, String contentType);

    /**
     * Notes that a file that is not {@code DELETING} has a thumbnail.
     *
     * @return whether there is such a file
     */
    boolean markThumbnail(UserId owner, FileId id);

    /**
     * Makes a file {@code DELETING}, from whatever state.
     *
     * @return whether there was one that was not
     */
    boolean markDeleting(UserId owner, FileId id);

    /**
     * Takes up to {@code limit} files, in whatever state, out of a project, and makes them {@code DELETING}.
     *
     * @return how many; fewer than {@code limit} when none is left
     */
    int markAllDeleting(UserId owner, ProjectId project, int limit);

    /** Up to {@code limit} files that are {@code DELETING}, those of no project included, oldest first. */
    List<DeletedFile> listDeleting(UserId owner, int limit);

    /** Removes the rows of those that are {@code DELETING}; documents that show them show nothing then. */
    void remove(UserId owner, List<FileId> ids);
}
