package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.in.file.UploadBody;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Takes a file out of a form (RFC 7578) and hands its bytes on as they come; nothing of them stays here. */
final class FileUpload {

    private static final String FILE = "file";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** For the boundaries, the headers of the parts and the other fields of the form. */
    private static final long FORM_BYTES = 64 * 1024;

    private final Files files;
    private final IdempotentPosts posts;
    private final long maxBytes;

    FileUpload(Files files, IdempotentPosts posts, long maxBytes) {
        this.files = files;
        this.posts = posts;
        this.maxBytes = maxBytes;
    }

    /** @param making what is answered to a file that is stored, with the other fields of the form; when it refuses, the file goes again */
    void post(Context ctx, BiFunction<FileView, FormFields, Answer> making) throws IOException {
        var user = RequestScope.user(ctx.req());
        var project = ProjectHandlers.id(ctx);
        var key = IdempotentPosts.key(ctx);
        var fields = new FormFields();
        var stored = store(user, project, form(ctx), ctx.req().getContentLengthLong(), fields);
        try {
            if (key.isEmpty()) {
                making.apply(stored, fields).send(ctx);
            } else {
                answerOnce(ctx, key.get(), stored, fields, making);
            }
        } catch (DomainException | PortFailure e) {
            undo(user, stored, e);
            throw e;
        }
    }

    private MultipartForm form(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be multipart/form-data.")
                    .exception();
        }
        if (ctx.req().getContentLengthLong() > maxBytes + FORM_BYTES) {
            throw new DomainException.TooLarge(maxBytes);
        }
        var body = new SteadyInputStream(ctx.req().getInputStream());
        return new MultipartForm(ctx.req().getContentType(), body, maxBytes + FORM_BYTES);
    }

    /** Stores the one file of the form; a form with a second one is refused, and the first goes again. */
    private FileView store(UserId user, ProjectId project, MultipartForm form, long formBytes, FormFields fields)
            throws IOException {
        var part = nextFile(form, fields).orElseThrow(() -> new DomainException.ValidationFailed(FILE, "is required"));
        var expected = new ExpectedContent(length(part), fields.sha256());
        var stored = files.upload(user, project, details(part), expected, body(form, formBytes));
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

    private static UploadBody body(MultipartForm form, long formBytes) throws IOException {
        return form.likelyLength(formBytes)
                .map(length -> new UploadBody(new LastPart(form.content(), length), Optional.of(length)))
                .orElseGet(() -> UploadBody.of(form.content()));
    }

    /** What comes after the file cannot be compared with it any more, and must not seem to have been. */
    private static void requireBeforeTheFile(ExpectedContent expected, FormFields fields) {
        if (expected.sha256().isEmpty() && fields.sha256().isPresent()) {
            throw new DomainException.ValidationFailed(FormFields.SHA256, "must be given before the file");
        }
    }

    /** Some clients say in the head of the part how long it is. */
    private static Optional<Long> length(FormPart part) {
        return part.header("Content-Length").map(FileUpload::length);
    }

    private static long length(String header) {
        if (!LENGTH.matcher(header).matches()) {
            throw new DomainException.ValidationFailed("size", "must be a number of bytes");
        }
        return Long.parseLong(header);
    }

    /** The fields before it are remembered. */
    private static Optional<FormPart> nextFile(MultipartForm form, FormFields fields) throws IOException {
        for (var part = form.next(); part.isPresent(); part = form.next()) {
            if (part.get().name().equals(FILE) && part.get().fileName().isPresent()) {
                return part;
            }
            fields.add(part.get(), form.content());
        }
        return Optional.empty();
    }

    private static FileDetails details(FormPart part) {
        return new FileDetails(part.fileName().orElse(""), part.contentType().orElse(FileDetails.UNKNOWN_CONTENT_TYPE));
    }

    /**
     * A transaction must not wait for an upload, so the file comes first and the key is looked up then, with the file's
     * digest: when this very upload has been answered before, that answer is given, and the file that came now goes again.
     */
    private void answerOnce(
            Context ctx,
            String key,
            FileView stored,
            FormFields fields,
            BiFunction<FileView, FormFields, Answer> making)
            throws IOException {
        var made = new AtomicBoolean();
        var answer = posts.once(ctx, key, identity(stored, fields), () -> {
            made.set(true);
            return making.apply(stored, fields);
        });
        if (!made.get()) {
            files.delete(RequestScope.user(ctx.req()), stored.file().id());
        }
        answer.send(ctx);
    }

    private static byte[] identity(FileView stored, FormFields fields) {
        var file = stored.file();
        return String.join(
                        "\n",
                        file.details().name(),
                        file.details().contentType(),
                        FileHandlers.content(file).sha256(),
                        fields.title().orElse(""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void undo(UserId user, FileView stored, Exception cause) {
        try {
            files.delete(user, stored.file().id());
        } catch (DomainException | PortFailure e) {
            cause.addSuppressed(e);
        }
    }
}
