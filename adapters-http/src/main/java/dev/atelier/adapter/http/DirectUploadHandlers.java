package dev.atelier.adapter.http;

import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.port.in.file.Files;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Files whose bytes go from the browser to storage: the request that it is to make, and a look at what has come. */
final class DirectUploadHandlers {

    private final Files files;
    private final IdempotentPosts posts;

    DirectUploadHandlers(Files files, IdempotentPosts posts) {
        this.files = files;
        this.posts = posts;
    }

    private record Post(
            Optional<String> fileName, Optional<String> contentType, Optional<Long> size, Optional<String> sha256) {

        FileDetails details() {
            var fields = new Fields();
            var name = fields.required("fileName", fileName, "-");
            var type = fields.required("contentType", contentType, FileDetails.UNKNOWN_CONTENT_TYPE);
            fields.required("size", size, 0L);
            return fields.build(() -> {
                new ExpectedContent(size, sha256);
                return new FileDetails(name, type);
            });
        }

        ExpectedContent expected() {
            return new ExpectedContent(size, sha256);
        }
    }

    void post(Context ctx) throws IOException {
        var project = ProjectHandlers.id(ctx);
        var body = JsonBody.read(ctx);
        var post = body.as(Post.class);
        var details = post.details();
        posts.answer(ctx, body, () -> {
            var upload = files.beginDirectUpload(RequestScope.user(ctx.req()), project, details, post.expected());
            var id = upload.file().value().toString();
            return Answer.created(Routes.FILES + "/" + id, new EntityTag(id), DirectUploadJson.of(upload));
        });
    }

    /** To complete a file again changes nothing, so this needs no key to be told apart by. */
    void complete(Context ctx) throws IOException {
        var view = files.complete(RequestScope.user(ctx.req()), FileHandlers.id(ctx));
        ctx.header("ETag", FileHandlers.tag(view.file()).text());
        Json.send(ctx, 200, FileJson.of(view));
    }
}
