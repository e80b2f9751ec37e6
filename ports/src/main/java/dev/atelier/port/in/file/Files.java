package dev.atelier.port.in.file;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import java.io.InputStream;
import java.time.Duration;

/**
 * The files of a user's projects. What belongs to somebody else does not exist here, nor does a file that is not wholly
 * stored.
 *
 * <p>All calls: {@link dev.atelier.domain.error.DomainException.NotFound} when the user has no such project or file, and
 * {@link dev.atelier.port.PortFailure} when storage does not do its part.
 */
public interface Files {

    /** How long a signed address is good for, at the most. */
    Duration MAX_SIGNED_URL_VALIDITY = Duration.ofDays(7);

    /**
     * Stores {@code body}, read to its end, as a file. Memory does not grow with its size. When this throws, there is no
     * file; what was transferred is removed, at once or by a job.
     *
     * @throws dev.atelier.domain.error.DomainException.TooLarge when there is more than the limit for uploads
     * @throws java.io.UncheckedIOException when {@code body} cannot be read
     */
    FileView upload(UserId user, ProjectId project, FileDetails details, InputStream body);

    FileView get(UserId user, FileId id);

    /** Newest first. */
    Page<FileView> list(UserId user, ProjectId project, PageRequest request);

    /** The file's bytes, from the first to the last. To be closed by the caller. */
    FileContent open(UserId user, FileId id);

    /**
     * The file's bytes from {@code offset} on, {@code length} of them or up to its end. To be closed by the caller.
     *
     * @param offset from 0, less than the file's size
     * @param length at least 1
     */
    FileContent open(UserId user, FileId id, long offset, long length);

    /**
     * An address at which whoever has it can read the file for a while.
     *
     * @param validity 1 second to {@link #MAX_SIGNED_URL_VALIDITY}
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code expiresIn}) for another validity
     */
    SignedUrl signedUrl(UserId user, FileId id, Duration validity);

    /** Removes a file. Its object goes a little later, by a job; documents that show it show nothing then. */
    void delete(UserId user, FileId id);
}
