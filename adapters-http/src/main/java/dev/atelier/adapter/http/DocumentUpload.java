package dev.atelier.adapter.http;

import dev.atelier.port.in.document.Documents;
import io.javalin.http.Context;
import java.io.IOException;

/** {@code /projects/{id}/documents/upload}: a file, and the document that is made of it. When that cannot be, the file goes again. */
final class DocumentUpload {

    private final Documents documents;
    private final FileUpload upload;

    DocumentUpload(Documents documents, FileUpload upload) {
        this.documents = documents;
        this.upload = upload;
    }

    void post(Context ctx) throws IOException {
        var user = RequestScope.user(ctx.req());
        upload.post(
                ctx,
                (stored, fields) -> DocumentHandlers.accepted(
                        documents.createFrom(user, stored.file().id(), fields.title())));
    }
}
