package dev.atelier.application;

import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.run.ImageModel;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Has a model paint a picture, stores it, and makes a document that shows it. The file's id comes from the run and the
 * step, so that a step that is done again overwrites the picture of its first attempt.
 */
final class ImageStep {

    private final PaidCalls calls;
    private final FileRepository files;
    private final FileStore store;
    private final Thumbnails thumbnails;
    private final Function<ObjectKey, URI> publicUrl;
    private final Ids ids;
    private final InstantSource clock;

    ImageStep(
            PaidCalls calls,
            FileRepository files,
            FileStore store,
            Thumbnails thumbnails,
            Function<ObjectKey, URI> publicUrl,
            Ids ids,
            InstantSource clock) {
        this.calls = calls;
        this.files = files;
        this.store = store;
        this.thumbnails = thumbnails;
        this.publicUrl = publicUrl;
        this.ids = ids;
        this.clock = clock;
    }

    StepResult execute(StepWork work, Payer payer, Node.ImageGeneration node) throws InterruptedException {
        var prompt = work.render(node.prompt());
        var title = Titles.fit(work.render(node.title()), node.label());
        var image = calls.paint(
                payer, new ImageModel.Request(prompt, node.model(), node.aspectRatio(), node.quality(), node.style()));
        // It is paid for, and would be painted anew when this failed.
        var file = Persistence.persisted(() -> files.insert(pending(work, title, image.contentType())));
        var content = Persistence.persisted(() -> store.transfer(file, new ByteArrayInputStream(image.bytes())));
        boolean hasThumbnail =
                Persistence.persisted(() -> thumbnails.make(file, new ByteArrayInputStream(image.bytes())));
        var document = document(work, title, prompt).showing(new Attachment(file.id(), file.key()));
        var output = output(
                publicUrl.apply(file.key()),
                publicUrl.apply(hasThumbnail ? file.key().thumbnail() : file.key()),
                document,
                prompt);
        return new FinishedStep(output, List.of(document), Map.of(file.id(), content));
    }

    private StoredFile pending(StepWork work, String title, String contentType) {
        var run = work.run();
        var name = Texts.cut(title.replaceAll("[/\\\\\\p{Cntrl}]", " ").strip(), 200);
        var extension = contentType.substring(contentType.indexOf('/') + 1);
        return StoredFile.pending(
                ids.file(run, work.step()),
                run.owner(),
                run.projectId(),
                new FileDetails("%s.%s".formatted(name, extension), contentType),
                ids.objectKey(),
                clock.instant());
    }

    private Document document(StepWork work, String title, String prompt) {
        var run = work.run();
        var content = Texts.cut(Texts.storable(prompt), DocumentDetails.CONTENT_MAX);
        return Document.write(
                ids.document(),
                run.owner(),
                run.projectId(),
                new DocumentDetails(title, content, MediaType.IMAGE, DocumentStatus.DRAFT),
                clock.instant());
    }

    private static ObjectValue output(URI url, URI thumbnailUrl, Document document, String prompt) {
        return ObjectValue.EMPTY
                .with("file_url", Value.of(url.toString()))
                .with("thumbnail_url", Value.of(thumbnailUrl.toString()))
                .with("image_ids", DocumentIds.of(List.of(document)))
                .with("title", Value.of(document.details().title()))
                .with("prompt", Value.of(prompt));
    }
}
