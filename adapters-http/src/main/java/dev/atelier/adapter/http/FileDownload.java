package dev.atelier.adapter.http;

import dev.atelier.domain.file.StoredFile;
import dev.atelier.port.in.file.FileContent;
import dev.atelier.port.in.file.Files;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Gives the bytes of a file, all or a range of them (RFC 9110, section 14). */
final class FileDownload {

    private static final String CACHEABLE_BY_THE_CLIENT = "private, no-cache";

    private final Files files;

    FileDownload(Files files) {
        this.files = files;
    }

    void get(Context ctx) throws IOException {
        if (ctx.header("Range") == null && ctx.header("If-None-Match") == null) {
            try (var content = files.open(RequestScope.user(ctx.req()), FileHandlers.id(ctx))) {
                describe(ctx, content.file());
                transfer(ctx, content);
            }
            return;
        }
        var file = files.get(RequestScope.user(ctx.req()), FileHandlers.id(ctx)).file();
        var tag = FileHandlers.tag(file);
        if (tag.isKnown(ctx)) {
            describe(ctx, file);
            ctx.status(304);
            return;
        }
        var range = range(ctx, file, tag);
        if (range.isEmpty()) {
            whole(ctx, file);
        } else {
            part(ctx, file, range.get());
        }
    }

    /** The same without the bytes, for which storage need not be asked. */
    void head(Context ctx) {
        var file = files.get(RequestScope.user(ctx.req()), FileHandlers.id(ctx)).file();
        describe(ctx, file);
        if (FileHandlers.tag(file).isKnown(ctx)) {
            ctx.status(304);
        } else {
            ctx.res().setContentLengthLong(FileHandlers.content(file).size());
        }
    }

    private void whole(Context ctx, StoredFile file) throws IOException {
        try (var content = files.open(file.owner(), file.id())) {
            describe(ctx, file);
            transfer(ctx, content);
        }
    }

    private void part(Context ctx, StoredFile file, ByteRange range) throws IOException {
        try (var content = files.open(file.owner(), file.id(), range.first(), range.length())) {
            describe(ctx, file);
            ctx.status(206)
                    .header(
                            "Content-Range",
                            range.contentRange(FileHandlers.content(file).size()));
            transfer(ctx, content);
        }
    }

    /** The range that is wanted, when it is one of the file that the client has begun with. */
    private static Optional<ByteRange> range(Context ctx, StoredFile file, EntityTag tag) {
        var sameFile = Optional.ofNullable(ctx.header("If-Range"))
                .map(tag.text()::equals)
                .orElse(true);
        return Optional.ofNullable(ctx.header("Range"))
                .filter(header -> sameFile)
                .flatMap(header ->
                        ByteRange.parse(header, FileHandlers.content(file).size()));
    }

    private static void describe(Context ctx, StoredFile file) {
        ctx.contentType(file.details().contentType())
                .header("ETag", FileHandlers.tag(file).text())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", CACHEABLE_BY_THE_CLIENT)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment(file.details().name()));
    }

    private static void transfer(Context ctx, FileContent content) throws IOException {
        ctx.res().setContentLengthLong(content.size());
        content.body().transferTo(ctx.res().getOutputStream());
    }
}
