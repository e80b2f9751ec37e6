package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.port.in.file.FileView;
import dev.atelier.port.in.file.Files;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /files}, but for their bytes: those come in by {@link FileUpload} and go out by {@link FileDownload}. */
final class FileHandlers {

    private static final String EXPIRES_IN = "expiresIn";
    private static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Files files;

    FileHandlers(Files files) {
        this.files = files;
    }

    void list(Context ctx) throws IOException {
        var page = files.list(RequestScope.user(ctx.req()), ProjectHandlers.id(ctx), Paging.of(ctx));
        Json.send(ctx, 200, PageJson.of(page, FileJson::of));
    }

    void get(Context ctx) throws IOException {
        var view = files.get(RequestScope.user(ctx.req()), id(ctx));
        Answer.show(ctx, tag(view.file()), FileJson.of(view));
    }

    /** A file never changes, so what has been looked at cannot be another one by the time it is deleted. */
    void delete(Context ctx) {
        var user = RequestScope.user(ctx.req());
        var id = id(ctx);
        if (EntityTag.isConditional(ctx)) {
            tag(files.get(user, id).file()).requireMatch(ctx);
        }
        files.delete(user, id);
        Answer.nothing(ctx);
    }

    void signedUrl(Context ctx) throws IOException {
        var validity = Optional.ofNullable(ctx.queryParam(EXPIRES_IN))
                .map(FileHandlers::seconds)
                .orElse(DEFAULT_VALIDITY);
        var signed = files.signedUrl(RequestScope.user(ctx.req()), id(ctx), validity);
        Json.send(ctx, 200, SignedUrlJson.of(signed));
    }

    private static Duration seconds(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new DomainException.ValidationFailed(EXPIRES_IN, "must be a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    static FileId id(Context ctx) {
        return new FileId(PathId.of(ctx));
    }

    /** The digest of the bytes, which are what a file is. */
    static EntityTag tag(StoredFile file) {
        return new EntityTag(content(file).sha256());
    }

    static Content content(StoredFile file) {
        return file.content()
                .orElseThrow(() ->
                        new IllegalStateException("not stored: " + file.id().value()));
    }

    static Answer created(FileView view) {
        return Answer.created(Routes.FILES + "/" + view.file().id().value(), tag(view.file()), FileJson.of(view));
    }
}
