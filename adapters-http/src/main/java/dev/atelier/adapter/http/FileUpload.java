package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.in.file.Files;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** Takes a file out of a form (RFC 7578) and hands its bytes on as they come; nothing of them stays here. */
final class FileUpload {

    private static final String FILE = "file";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** For the boundaries, the headers of the parts and the other fields of the form. */
    private static final long FORM_BYTES = 64 * 1024;

    /** A name of 255 characters may take 1,020 bytes, and three times that where it is percent-encoded. */
    private static final int PART_HEADER_BYTES = 8 * 1024;

    private final Files files;
    private final IdempotentPosts posts;
    private final long maxBytes;

    FileUpload(Files files, IdempotentPosts posts, long maxBytes) {
        this.files = files;
        this.posts = posts;
        this.maxBytes = maxBytes;
    }

    void post(Context ctx) throws IOException {
        var user = RequestScope.user(ctx.req());
        var project = ProjectHandlers.id(ctx);
        var key = IdempotentPosts.key(ctx);
        var stored = store(user, project, form(ctx));
        if (key.isEmpty()) {
            FileHandlers.created(stored).send(ctx);
        } else {
            answerOnce(ctx, key.get(), stored);
        }
    }

    private FileItemInputIterator form(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be multipart/form-data.")
                    .exception();
        }
        if (ctx.req().getContentLengthLong() > maxBytes + FORM_BYTES) {
            throw new DomainException.TooLarge(maxBytes);
        }
        var form = new JakartaServletFileUpload<>();
        form.setHeaderCharset(StandardCharsets.UTF_8);
        form.setMaxSize(maxBytes + FORM_BYTES);
        form.setMaxPartHeaderSize(PART_HEADER_BYTES);
        return malformed(() -> form.getItemIterator(ctx.req()));
    }

    /** Stores the one file of the form; a form with a second one is refused, and the first goes again. */
    private FileView store(UserId user, ProjectId project, FileItemInputIterator form) throws IOException {
        var fields = new FormFields();
        var part = nextFile(form, fields).orElseThrow(() -> new DomainException.ValidationFailed(FILE, "is required"));
        var expected = new ExpectedContent(length(part), fields.sha256());
        var stored = files.upload(user, project, details(part), expected, new SteadyInputStream(part.getInputStream()));
        try {
            if (nextFile(form, fields).isPresent()) {
                throw new DomainException.ValidationFailed(FILE, "must be given once");
            }
            requireBeforeTheFile(expected, fields);
        } catch (IOException | RuntimeException e) {
            undo(user, stored, e);
            throw e;
        }
        return stored;
    }

    /** What comes after the file cannot be compared with it any more, and must not seem to have been. */
    private static void requireBeforeTheFile(ExpectedContent expected, FormFields fields) {
        if (expected.sha256().isEmpty() && fields.sha256().isPresent()) {
            throw new DomainException.ValidationFailed(FormFields.SHA256, "must be given before the file");
        }
    }

    /** Some clients say in the head of the part how long it is. */
    private static Optional<Long> length(FileItemInput part) {
        return Optional.ofNullable(part.getHeaders())
                .map(headers -> headers.getHeader("Content-Length"))
                .map(FileUpload::length);
    }

    private static long length(String header) {
        if (!LENGTH.matcher(header).matches()) {
            throw new DomainException.ValidationFailed("size", "must be a number of bytes");
        }
        return Long.parseLong(header);
    }

    /** The fields before it are remembered. */
    private static Optional<FileItemInput> nextFile(FileItemInputIterator form, FormFields fields) throws IOException {
        while (malformed(form::hasNext)) {
            var part = form.next();
            if (part.getFieldName().equals(FILE) && !part.isFormField()) {
                return Optional.of(part);
            }
            fields.add(part);
        }
        return Optional.empty();
    }

    private static FileDetails details(FileItemInput part) {
        var contentType = Optional.ofNullable(part.getContentType()).orElse(FileDetails.UNKNOWN_CONTENT_TYPE);
        return new FileDetails(name(part), contentType);
    }

    private static String name(FileItemInput part) {
        try {
            return Optional.ofNullable(part.getName()).orElse("");
        } catch (IllegalArgumentException e) {
            throw new DomainException.ValidationFailed("fileName", "must not contain control characters");
        }
    }

    /**
     * A transaction must not wait for an upload, so the file comes first and the key is looked up then, with the file's
     * digest: when this very upload has been answered before, that answer is given, and the file that came now goes again.
     */
    private void answerOnce(Context ctx, String key, FileView stored) throws IOException {
        var user = RequestScope.user(ctx.req());
        var own = FileHandlers.created(stored);
        try {
            var answer = posts.once(ctx, key, identity(stored), () -> own);
            if (!answer.location().equals(own.location())) {
                files.delete(user, stored.file().id());
            }
            answer.send(ctx);
        } catch (DomainException | PortFailure e) {
            undo(user, stored, e);
            throw e;
        }
    }

    private static byte[] identity(FileView stored) {
        var file = stored.file();
        return String.join(
                        "\n",
                        file.details().name(),
                        file.details().contentType(),
                        FileHandlers.content(file).sha256())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void undo(UserId user, FileView stored, Exception cause) {
        try {
            files.delete(user, stored.file().id());
        } catch (DomainException | PortFailure e) {
            cause.addSuppressed(e);
        }
    }

    /** What the form breaks is told apart from what breaks the connection. */
    private static <T> T malformed(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (FileUploadSizeException e) {
            throw e;
        } catch (FileUploadException e) {
            throw badForm();
        } catch (IllegalStateException e) {
            throw badForm();
        }
    }

    private static ProblemException badForm() {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is not a well-formed multipart/form-data.")
                .exception();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
