package dev.atelier.application;

import static dev.atelier.application.Definitions.chain;
import static dev.atelier.application.Definitions.edge;
import static dev.atelier.application.Definitions.graph;
import static dev.atelier.application.Definitions.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.id.UuidV7;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.in.run.RunRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that have a document show a picture. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttachTest {

    private static final ObjectValue START = node("start", "start", ObjectValue.EMPTY);
    private static final ObjectValue TEXT = node("text", "text_generation", data("prompt", "x"));
    private static final ObjectValue PICTURE = node("picture", "image_generation", data("prompt", "x"));
    private static final ObjectValue FINISH = node("finish", "finish", ObjectValue.EMPTY);

    private final TestCore test = new TestCore();
    private final ProjectId project = test.newProject();

    @Test
    void a_document_shows_the_picture_that_is_attached_to_it_in_every_spelling() {
        for (var pair : List.of(
                List.of("text", "picture"),
                List.of("{{text}}", "{{picture}}"),
                List.of("{text}", "{picture}"),
                List.of("{{text.document_ids}}", "{{picture.image_ids}}"),
                List.of("text.document_ids[0]", "{{picture.image_ids[0]}}"))) {
            for (var type : List.of("attach", "attach_creative")) {
                var run = completed(
                        made(type, data("document_ref", pair.getFirst()).with("image_ref", Value.of(pair.getLast()))));

                var text = document(id(run, "text", "document_ids"));
                var picture = document(id(run, "picture", "image_ids"));
                assertEquals(picture.attachment(), text.attachment(), pair::toString);
                assertTrue(text.attachment().isPresent(), pair::toString);
                assertEquals(2, text.revision());
                assertEquals(MediaType.TEXT, text.details().mediaType());
                var output = (ObjectValue) run.outputs().field("attach").orElseThrow();
                assertEquals(
                        Set.of("document_id", "image_id", "attached"),
                        output.fields().keySet());
                assertEquals(text.id().value().toString(), text(output, "document_id"));
                assertEquals(picture.id().value().toString(), text(output, "image_id"));
                assertEquals("true", text(output, "attached"));
            }
        }
    }

    @Test
    void what_the_project_has_already_can_be_attached_by_id() {
        var document = newDocument(project);
        var file = newImage(project);
        var showing = newDocument(project);
        test.adapters.documents().show(test.ada, showing.id(), file.id(), TestCore.START);

        completed(fromProject(document.id().value(), file.id().value()));
        assertEquals(
                Optional.of(new Attachment(file.id(), file.key())),
                document(document.id()).attachment());

        var other = newDocument(project);
        completed(fromProject(other.id().value(), showing.id().value()));
        assertEquals(
                Optional.of(new Attachment(file.id(), file.key())),
                document(other.id()).attachment());
    }

    /** What is made found is one revision of a document; a job that is at the one before stores nothing. */
    @Test
    void a_document_that_waits_to_be_found_has_a_job_for_that_after_it_got_its_picture() {
        var details = new DocumentDetails("Title", "Text", MediaType.TEXT, DocumentStatus.DRAFT);
        var document = Document.write(new Ids(test.clock).document(), test.ada, project, details, TestCore.START);
        test.adapters.documents().insert(document);
        assertEquals(Ingestion.PENDING, document.ingestion());

        completed(fromProject(document.id().value(), newImage(project).id().value()));

        try (var worker = test.worker(1)) {
            TestCore.awaitThat(() -> document(document.id()).ingestion() == Ingestion.READY);
        }
    }

    @Test
    void a_primary_picture_takes_the_place_of_another_and_any_other_does_not() {
        var document = newDocument(project);
        var first = newImage(project);
        var second = newImage(project);
        completed(fromProject(document.id().value(), first.id().value()));

        var refused = completed(fromProject(document.id().value(), second.id().value()));
        assertEquals("false", attached(refused));
        assertEquals(first.id(), shown(document));

        var again = completed(fromProject(document.id().value(), first.id().value()));
        assertEquals("true", attached(again));
        assertEquals(2, document(document.id()).revision());

        var primary = completed(
                attach(byId(document.id().value(), second.id().value()).with("is_primary", Value.of(true))));
        assertEquals("true", attached(primary));
        assertEquals(second.id(), shown(document));
    }

    @Test
    void things_of_other_projects_and_of_other_people_are_not_touched() {
        var document = newDocument(project);
        var elsewhere = test.newProject();
        var stranger = test.newUser();
        var theirs = test.core()
                .projects()
                .create(stranger, new ProjectDetails("P", ""))
                .id();
        var theirDocument =
                test.core().documents().create(stranger, theirs, details()).document();

        for (var definition : List.of(
                fromProject(document.id().value(), newImage(elsewhere).id().value()),
                fromProject(
                        newDocument(elsewhere).id().value(),
                        newImage(project).id().value()),
                fromProject(theirDocument.id().value(), newImage(project).id().value()),
                fromProject(
                        document.id().value(),
                        newFile(project, "text/plain").id().value()),
                fromProject(document.id().value(), document.id().value()),
                fromProject(document.id().value(), UUID.randomUUID()),
                attach(data("documentId", "nonsense").with("imageId", Value.of("nonsense"))))) {
            var run = run(definition);
            assertEquals(RunStatus.FAILED, run.status(), definition::toString);
            assertTrue(
                    run.error().orElseThrow().matches("attach: (document|image) .* (project of this run|id .*)"),
                    run.error()::toString);
        }
        assertUntouched(document, document(document.id()));
        assertUntouched(
                theirDocument,
                test.core().documents().get(stranger, theirDocument.id()).document());
    }

    /** Meanwhile it may have been made searchable. */
    private static void assertUntouched(Document before, Document after) {
        assertEquals(before.attachment(), after.attachment());
        assertEquals(before.revision(), after.revision());
    }

    @Test
    void a_branch_that_was_not_taken_leaves_nothing_to_attach() {
        var run = completed(graph(
                List.of(
                        START,
                        TEXT,
                        node("if", "conditional", data("condition", "1 == 2")),
                        PICTURE,
                        node("attach", "attach", data("document_ref", "text").with("image_ref", Value.of("picture"))),
                        FINISH),
                List.of(
                        edge("start", "", "text"),
                        edge("text", "", "if"),
                        edge("if", "true", "picture"),
                        edge("if", "false", "attach"),
                        edge("picture", "", "attach"),
                        edge("attach", "", "finish"))));

        assertEquals("false", attached(run));
        assertEquals(Optional.empty(), document(id(run, "text", "document_ids")).attachment());
    }

    private Run completed(ObjectValue definition) {
        var run = run(definition);
        assertEquals(RunStatus.COMPLETED, run.status(), run::toString);
        return run;
    }

    private Run run(ObjectValue definition) {
        var workflow = test.core().workflows().create(test.ada, project, new WorkflowDetails("W", "", definition));
        var started =
                test.core().runs().start(test.ada, workflow.id(), new RunRequest(ObjectValue.EMPTY, Optional.empty()));
        try (var worker = test.worker(2)) {
            return test.await(started);
        }
    }

    private static ObjectValue made(String type, ObjectValue data) {
        return chain(START, TEXT, PICTURE, node("attach", type, data), FINISH);
    }

    private static ObjectValue attach(ObjectValue data) {
        return chain(START, node("attach", "attach", data), FINISH);
    }

    private static ObjectValue fromProject(UUID document, UUID image) {
        return attach(byId(document, image));
    }

    private static ObjectValue byId(UUID document, UUID image) {
        return data("documentSource", "from_project")
                .with("documentId", Value.of(document.toString()))
                .with("imageSource", Value.of("from_project"))
                .with("imageId", Value.of(image.toString()));
    }

    private static ObjectValue data(String name, String value) {
        return ObjectValue.EMPTY.with(name, Value.of(value));
    }

    private Document newDocument(ProjectId of) {
        return test.core().documents().create(test.ada, of, details()).document();
    }

    private static DocumentDetails details() {
        return new DocumentDetails("Title", "", MediaType.TEXT, DocumentStatus.DRAFT);
    }

    private StoredFile newImage(ProjectId of) {
        return newFile(of, "image/png");
    }

    private StoredFile newFile(ProjectId of, String contentType) {
        var ids = new Ids(test.clock);
        var file = StoredFile.pending(
                new FileId(UuidV7.derive(TestCore.START, UUID.randomUUID().toString())),
                test.ada,
                of,
                new FileDetails("a.png", contentType),
                ids.objectKey(),
                TestCore.START);
        test.adapters.files().insert(file);
        test.adapters.files().markStored(test.ada, file.id(), new Content(1, "0".repeat(64)));
        return file;
    }

    private FileId shown(Document document) {
        return document(document.id()).attachment().orElseThrow().file();
    }

    private Document document(DocumentId id) {
        return test.core().documents().get(test.ada, id).document();
    }

    private static DocumentId id(Run run, String node, String field) {
        var output = (ObjectValue) run.outputs().field(node).orElseThrow();
        return new DocumentId(UUID.fromString(text(output, field)));
    }

    private static String attached(Run run) {
        return text((ObjectValue) run.outputs().field("attach").orElseThrow(), "attached");
    }

    private static String text(ObjectValue object, String field) {
        return object.field(field).orElseThrow().text();
    }
}
