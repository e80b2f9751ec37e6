package dev.atelier.port.in.file;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.file.ExpectedContent;
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

    /** How long a place for a direct upload is kept. */
    Duration DIRECT_UPLOAD_VALIDITY = Duration.ofHours(1);

    /**
     * Stores {@code body}, read to its end, as a file. Memory does not grow with its size. When this throws, there is no
     * file; what was transferred is removed, at once or by a job. The type of the file is what its first bytes say, in the
     * words of {@code details} where these say more.
     *
     * @param expected what the bytes have to be
     * @throws dev.atelier.domain.error.DomainException.TooLarge when there is more than the limit for uploads
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code contentType}, {@code size}, {@code sha256})
     *     when the bytes are something else than was said
     * @throws java.io.UncheckedIOException when {@code body} cannot be read
     */
    FileView upload(UserId user, ProjectId project, FileDetails details, ExpectedContent expected, UploadBody body);

    /** The same for a body of which nothing is known. */
    default FileView upload(
            UserId user, ProjectId project, FileDetails details, ExpectedContent expected, InputStream body) {
        return upload(user, project, details, expected, UploadBody.of(body));
    }

    /**
     * Makes a place to which the user's own program can send a file of the expected size, past us. There is no file before
     * {@link #complete}; what is not completed within a day is removed.
     *
     * @param expected with a size
     * @throws dev.atelier.domain.error.DomainException.TooLarge when it is more than the limit for uploads, or than the
     *     storage takes in one request
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code size}) when there is none
     */
    DirectUpload beginDirectUpload(UserId user, ProjectId project, FileDetails details, ExpectedContent expected);

    /**
     * Looks at what was sent to such a place: all of it is read, as a stream. What is what was announced is a file then; what
     * is something else is removed, and its place with it. To complete a file again changes nothing.
     *
     * @throws dev.atelier.domain.error.DomainException.UploadIncomplete when nothing, or not all of it, has come yet
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code contentType}, {@code sha256}) when it is
     *     something else than was said
     */
    FileView complete(UserId user, FileId id);

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
