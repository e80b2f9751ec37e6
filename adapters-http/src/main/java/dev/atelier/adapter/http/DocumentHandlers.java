package dev.atelier.adapter.http;

import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.port.in.document.DocumentChange;
import dev.atelier.port.in.document.DocumentView;
import dev.atelier.port.in.document.Documents;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** {@code /documents}, and those of a project. */
final class DocumentHandlers {

    private final Documents documents;
    private final IdempotentPosts posts;

    DocumentHandlers(Documents documents, IdempotentPosts posts) {
        this.documents = documents;
        this.posts = posts;
    }

    private record Post(
            Optional<String> title, Optional<String> content, Optional<String> mediaType, Optional<String> status) {

        DocumentDetails details() {
            var fields = new Fields();
            var givenTitle = fields.required("title", title, "-");
            var madeOf = fields.choice("mediaType", mediaType, MediaType.class).orElse(MediaType.TEXT);
            var howFar = fields.choice("status", status, DocumentStatus.class).orElse(DocumentStatus.DRAFT);
            return fields.build(() -> new DocumentDetails(givenTitle, content.orElse(""), madeOf, howFar));
        }
    }

    private record Patch(Optional<String> title, Optional<String> content, Optional<String> status) {

        DocumentChange change() {
            var fields = new Fields();
            var howFar = fields.choice("status", status, DocumentStatus.class);
            return fields.build(() -> new DocumentChange(title, content, howFar));
        }
    }

    void list(Context ctx) throws IOException {
        var page = documents.list(RequestScope.user(ctx.req()), ProjectHandlers.id(ctx), Paging.of(ctx));
        Json.send(ctx, 200, PageJson.of(page, DocumentJson::of));
    }

    void post(Context ctx) throws IOException {
        var project = ProjectHandlers.id(ctx);
        var body = JsonBody.read(ctx);
        var details = body.as(Post.class).details();
        posts.answer(ctx, body, () -> {
            var view = documents.create(RequestScope.user(ctx.req()), project, details);
            return Answer.created(
                    Routes.DOCUMENTS + "/" + view.document().id().value(), tag(view), DocumentJson.of(view));
        });
    }

    void get(Context ctx) throws IOException {
        show(ctx, documents.get(RequestScope.user(ctx.req()), id(ctx)));
    }

    void patch(Context ctx) throws IOException {
        var id = id(ctx);
        var change = JsonBody.read(ctx).as(Patch.class).change();
        show(ctx, documents.change(RequestScope.user(ctx.req()), id, change, EntityTag.precondition(ctx)));
    }

    void delete(Context ctx) {
        documents.delete(RequestScope.user(ctx.req()), id(ctx), EntityTag.precondition(ctx));
        Answer.nothing(ctx);
    }

    private static DocumentId id(Context ctx) {
        return new DocumentId(PathId.of(ctx));
    }

    private static void show(Context ctx, DocumentView view) throws IOException {
        Answer.show(ctx, tag(view), DocumentJson.of(view));
    }

    /** It is there; its ingestion will take its time. */
    static Answer accepted(DocumentView view) {
        return Answer.accepted(Routes.DOCUMENTS + "/" + view.document().id().value(), tag(view), DocumentJson.of(view));
    }

    /** A document goes on into the search index without a new revision, and whoever asks for it then is to see that. */
    private static EntityTag tag(DocumentView view) {
        var document = view.document();
        return switch (document.ingestion()) {
            case PENDING, FAILED -> EntityTag.ofRevision(document.revision(), Fields.spelled(document.ingestion()));
            case NONE, READY -> EntityTag.ofRevision(document.revision());
        };
    }
}
