package dev.atelier.application;

import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.FileRepository;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Has a document show a picture. A document shows one: the primary picture takes the place of another, any other goes where there is
 * none. Doing it again changes nothing, so it needs no transaction with what the step gives.
 */
final class AttachStep {

    private final DocumentRepository documents;
    private final IngestedDocuments ingested;
    private final FileRepository files;
    private final InstantSource clock;

    AttachStep(DocumentRepository documents, IngestedDocuments ingested, FileRepository files, InstantSource clock) {
        this.documents = documents;
        this.ingested = ingested;
        this.files = files;
        this.clock = clock;
    }

    StepResult execute(StepWork work, Node.Attach node) {
        var documentId = work.idOf(node.document(), "document_ids");
        var imageId = work.idOf(node.image(), "image_ids");
        // A branch that was not taken leaves nothing to attach, or nothing to attach it to.
        boolean attached = !documentId.isEmpty()
                && !imageId.isEmpty()
                && attach(work.run(), documentId, imageId, node.isPrimary());
        return StepResult.of(ObjectValue.EMPTY
                .with("document_id", Value.of(documentId))
                .with("image_id", Value.of(imageId))
                .with("attached", Value.of(attached)));
    }

    private boolean attach(Run run, String documentId, String imageId, boolean isPrimary) {
        var document = document(run, uuid(documentId, "document"));
        var image = image(run, uuid(imageId, "image")).id();
        var shown = document.attachment().map(Attachment::file);
        if (shown.isPresent() && (shown.get().equals(image) || !isPrimary)) {
            return shown.get().equals(image);
        }
        if (!ingested.show(document, image, clock.instant())) {
            throw new DomainException.NotFound("document or image");
        }
        return true;
    }

    private Document document(Run run, UUID id) {
        return documents
                .find(run.owner(), new DocumentId(id))
                .filter(document -> document.projectId().equals(run.projectId()))
                .orElseThrow(() -> absent("document", id));
    }

    /** A picture is known by the document that shows it, or as a file. */
    private StoredFile image(Run run, UUID id) {
        var file = documents
                .find(run.owner(), new DocumentId(id))
                .flatMap(Document::attachment)
                .map(Attachment::file)
                .orElse(new FileId(id));
        return files.find(run.owner(), file)
                .filter(found -> found.projectId().equals(run.projectId()))
                .filter(found -> found.state() == FileState.STORED)
                .filter(found -> found.details().contentType().startsWith("image/"))
                .orElseThrow(() -> absent("image", id));
    }

    private static UUID uuid(String written, String what) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            throw new DomainException.ValidationFailed(
                    what, "is not known by the id \"%s\"".formatted(Texts.cut(written, 100)));
        }
    }

    private static DomainException absent(String what, UUID id) {
        return new DomainException.ValidationFailed(what, "%s is not in the project of this run".formatted(id));
    }
}
