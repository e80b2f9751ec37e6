package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.port.out.document.DocumentRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link DocumentRepository}. */
public abstract class DocumentRepositoryContract extends ListingContract {

    private UserId owner = Samples.nobody();
    private UserId stranger = Samples.nobody();
    private Project project = Samples.project(owner);

    @BeforeEach
    final void createProject() {
        owner = database().newUser();
        stranger = database().newUser();
        project = newProject(owner);
    }

    @Test
    void whatWasInsertedIsFound() {
        var document = newDocument();

        assertEquals(Optional.of(document), documents().find(owner, document.id()));
    }

    @Test
    void everyFieldSurvives() {
        for (var mediaType : MediaType.values()) {
            for (var status : DocumentStatus.values()) {
                assertSurvives(document(new DocumentDetails("t", "c", mediaType, status), Ingestion.NONE));
            }
        }
        for (var ingestion : Ingestion.values()) {
            assertSurvives(document(new DocumentDetails("t", "c", MediaType.PDF, DocumentStatus.DONE), ingestion));
        }
    }

    private void assertSurvives(Document document) {
        documents().insert(document);

        assertEquals(Optional.of(document), documents().find(owner, document.id()));
    }

    private Document document(DocumentDetails details, Ingestion ingestion) {
        return new Document(
                new DocumentId(Samples.newId()),
                owner,
                project.id(),
                details,
                Optional.empty(),
                ingestion,
                ingestion == Ingestion.FAILED ? Optional.of("it cannot be read") : Optional.empty(),
                Samples.AT,
                Samples.LATER,
                1);
    }

    @Test
    void insertIsRefusedWhenThereIsNoSuchProject() {
        var document = Samples.document(Samples.project(owner));

        assertThrows(DomainException.NotFound.class, () -> documents().insert(document));
        assertAbsent(documents().find(owner, document.id()));
    }

    @Test
    void insertIsRefusedWhenTheProjectIsSomebodyElses() {
        var intruding = Document.write(
                new DocumentId(Samples.newId()),
                stranger,
                project.id(),
                Samples.document(project).details(),
                Samples.AT);

        assertThrows(DomainException.NotFound.class, () -> documents().insert(intruding));
        assertAbsent(documents().find(stranger, intruding.id()));
        lists().assertEmptyAtFirst();
    }

    @Test
    void nothingIsFoundByAnIdThatIsNotThere() {
        newDocument();

        assertAbsent(documents().find(owner, new DocumentId(Samples.newId())));
    }

    @Test
    void nobodyElseFindsIt() {
        assertAbsent(documents().find(stranger, newDocument().id()));
    }

    @Test
    void nobodyElseListsIt() {
        newDocument();

        assertEquals(
                List.of(),
                documents().list(stranger, project.id(), PageRequest.first(10)).items());
    }

    @Test
    void nobodyElseCanUpdateIt() {
        var document = newDocument();
        var stolen = new Document(
                document.id(),
                stranger,
                document.projectId(),
                document.details(),
                Optional.empty(),
                Ingestion.READY,
                Optional.empty(),
                Samples.AT,
                Samples.LATER,
                document.revision() + 1);

        assertFalse(documents().update(stolen));
        assertEquals(Optional.of(document), documents().find(owner, document.id()));
    }

    @Test
    void nobodyElseCanDeleteIt() {
        var document = newDocument();

        assertFalse(documents().delete(stranger, document.id()));
        assertPresent(documents().find(owner, document.id()));
    }

    @Test
    void theKeyOfItsAttachmentIsTheKeyOfTheFile() {
        var file = newFile();
        var document = Samples.document(project).showing(new Attachment(file.id(), Samples.newKey()));
        documents().insert(document);

        assertEquals(Optional.of(shown(file)), attachment(document));
        assertEquals(
                Optional.of(shown(file)),
                documents()
                        .list(owner, project.id(), PageRequest.first(1))
                        .items()
                        .getFirst()
                        .attachment());
    }

    @Test
    void itHasAnAttachmentAsLongAsTheRowOfTheFileExists() {
        var file = newFile();
        var document = Samples.document(project).showing(shown(file));
        documents().insert(document);

        assertTrue(database().files().markDeleting(owner, file.id()));
        assertEquals(Optional.of(shown(file)), attachment(document));
        database().files().remove(owner, List.of(file.id()));
        assertAbsent(attachment(document));
    }

    @Test
    void theListHasNothingOfOtherProjects() {
        var other = newProject(owner);
        documents().insert(Samples.document(other));
        var mine = newDocument();

        assertEquals(
                List.of(mine),
                documents().list(owner, project.id(), PageRequest.first(10)).items());
    }

    @Test
    void theListCarriesTheFirstCharactersOfTheContentAndFindAllOfIt() {
        var sign = "\ud83d\udc4d"; // one character, two units of UTF-16
        var excerpt = sign.repeat(DocumentRepository.EXCERPT_LENGTH);
        var document = Samples.document(project, excerpt + "!");
        documents().insert(document);

        var listed = documents().list(owner, project.id(), PageRequest.first(1)).items();
        assertEquals(excerpt, listed.getFirst().details().content());
        assertEquals(Optional.of(document), documents().find(owner, document.id()));
    }

    @Test
    void theListCarriesAllOfAContentThatIsNotLonger() {
        var document = Samples.document(project, "x".repeat(DocumentRepository.EXCERPT_LENGTH));
        documents().insert(document);

        assertEquals(
                List.of(document),
                documents().list(owner, project.id(), PageRequest.first(1)).items());
    }

    @Test
    void updateStoresAllOfIt() {
        var document = newDocument();
        var changed = new Document(
                document.id(),
                owner,
                project.id(),
                new DocumentDetails("New", "", MediaType.MARKDOWN, DocumentStatus.DONE),
                Optional.empty(),
                Ingestion.FAILED,
                Optional.of("why"),
                document.createdAt(),
                Samples.LATER,
                2);

        assertTrue(documents().update(changed));
        assertEquals(Optional.of(changed), documents().find(owner, document.id()));
        var recovered = changed.change(document.details(), Samples.LATER);
        assertTrue(documents().update(recovered));
        assertEquals(Optional.of(recovered), documents().find(owner, document.id()));
    }

    @Test
    void updateLeavesTheAttachmentAsItIs() {
        var file = newFile();
        var with = Samples.document(project).showing(shown(file));
        documents().insert(with);
        var without = newDocument();

        assertTrue(documents().update(unattached(with.change(with.details(), Samples.LATER))));
        assertTrue(documents()
                .update(without.change(without.details(), Samples.LATER).showing(shown(file))));
        assertEquals(Optional.of(shown(file)), attachment(with));
        assertAbsent(attachment(without));
    }

    @Test
    void updateFromAnotherRevisionThanTheStoredOneStoresNothing() {
        var first = newDocument();
        var second = first.change(first.details(), Samples.LATER);
        assertTrue(documents().update(second));

        assertFalse(documents()
                .update(first.change(Samples.document(project, "stale").details(), Samples.LATER)));
        assertFalse(documents().update(second));
        assertFalse(documents()
                .update(second.change(first.details(), Samples.LATER).change(first.details(), Samples.LATER)));
        assertEquals(Optional.of(second), documents().find(owner, first.id()));
    }

    @Test
    void updateOfWhatIsNotThereStoresNothing() {
        var document = Samples.document(project);

        assertFalse(documents().update(document.change(document.details(), Samples.LATER)));
        assertAbsent(documents().find(owner, document.id()));
    }

    @Test
    void ofManyUpdatesOfOneRevisionExactlyOneIsStored() {
        var document = newDocument();

        assertOneWins(Concurrently.all(
                8, () -> documents().update(document.change(document.details(), Samples.LATER))));
    }

    @Test
    void showHasItShowAFileInItsNextRevision() {
        var document = newDocument();
        var file = newStoredFile(project);

        assertTrue(documents().show(owner, document.id(), file.id(), Samples.LATER));
        var expected = document.change(document.details(), Samples.LATER).showing(shown(file));
        assertEquals(Optional.of(expected), documents().find(owner, document.id()));

        var other = newStoredFile(project);
        assertTrue(documents().show(owner, document.id(), other.id(), Samples.LATER));
        assertEquals(Optional.of(shown(other)), attachment(document));
    }

    @Test
    void showStoresNothingUnlessThereAreBothInOneProjectOfTheOwner() {
        var document = newDocument();
        var file = newStoredFile(project).id();
        var deleted = newStoredFile(project).id();
        assertTrue(database().files().markDeleting(owner, deleted));
        var theirs = newStoredFile(newProject(stranger)).id();

        assertFalse(documents().show(owner, new DocumentId(Samples.newId()), file, Samples.LATER));
        assertFalse(documents().show(stranger, document.id(), file, Samples.LATER));
        assertFalse(documents().show(owner, document.id(), new FileId(Samples.newId()), Samples.LATER));
        assertFalse(documents().show(owner, document.id(), newFile().id(), Samples.LATER));
        assertFalse(documents().show(owner, document.id(), deleted, Samples.LATER));
        assertFalse(documents().show(owner, document.id(), theirs, Samples.LATER));
        assertFalse(documents()
                .show(owner, document.id(), newStoredFile(newProject(owner)).id(), Samples.LATER));
        assertEquals(Optional.of(document), documents().find(owner, document.id()));
    }

    @Test
    void ingestionIsMarkedWithoutANewRevision() {
        var document = newDocument();

        assertTrue(mark(document, 1, Ingestion.FAILED, Optional.of("why")));
        assertEquals(
                Optional.of(document.ingested(Ingestion.FAILED, Optional.of("why"))),
                documents().find(owner, document.id()));
        assertTrue(mark(document, 1, Ingestion.READY, Optional.empty()));
        assertEquals(
                Optional.of(document.ingested(Ingestion.READY, Optional.empty())),
                documents().find(owner, document.id()));
    }

    @Test
    void ingestionOfAnotherRevisionOrOfSomebodyElsesIsNotMarked() {
        var document = newDocument();
        assertTrue(documents().update(document.change(document.details(), Samples.LATER)));

        assertFalse(mark(document, 1, Ingestion.READY, Optional.empty()));
        assertFalse(documents()
                .markIngestion(new OwnedDocument(stranger, document.id()), 2, Ingestion.READY, Optional.empty()));
        assertEquals(
                Ingestion.PENDING,
                documents().find(owner, document.id()).orElseThrow().ingestion());
    }

    @Test
    void pendingDocumentsOfAllOwnersAreListedInTheOrderOfTheirIds() {
        var first = newDocument();
        assertTrue(mark(newDocument(), 1, Ingestion.READY, Optional.empty()));
        var foreign = Samples.document(newProject(stranger));
        documents().insert(foreign);
        var fresh = newDocument();
        assertTrue(
                documents().update(fresh.change(Samples.document(project, "new").details(), Samples.LATER)));
        var expected = List.of(new OwnedDocument(owner, first.id()), new OwnedDocument(stranger, foreign.id()));

        assertEquals(expected, documents().listPending(Samples.LATER, DocumentId.BELOW_ALL, 10));
        assertEquals(expected.subList(0, 1), documents().listPending(Samples.LATER, DocumentId.BELOW_ALL, 1));
        assertEquals(expected.subList(1, 2), documents().listPending(Samples.LATER, first.id(), 10));
    }

    private boolean mark(Document document, long revision, Ingestion ingestion, Optional<String> error) {
        return documents().markIngestion(new OwnedDocument(owner, document.id()), revision, ingestion, error);
    }

    @Test
    void deleteRemovesIt() {
        var document = newDocument();

        assertTrue(documents().delete(owner, document.id()));
        assertAbsent(documents().find(owner, document.id()));
        lists().assertEmptyAtFirst();
    }

    @Test
    void deleteSaysWhenThereWasNone() {
        var document = newDocument();
        assertTrue(documents().delete(owner, document.id()));

        assertFalse(documents().delete(owner, document.id()));
        assertFalse(documents().delete(owner, new DocumentId(Samples.newId())));
    }

    @Test
    void deleteLeavesTheFileThatItShows() {
        var file = newFile();
        var document = Samples.document(project).showing(shown(file));
        documents().insert(document);

        assertTrue(documents().delete(owner, document.id()));
        assertPresent(database().files().find(owner, file.id()));
    }

    @Test
    void documentsGoWithTheirOwner() {
        var document = newDocument();
        database().removeUser(owner);

        assertAbsent(documents().find(owner, document.id()));
    }

    @Test
    void oddTextSurvives() {
        var odd = document(
                new DocumentDetails(
                        Samples.ODD_TEXT, "\n " + Samples.ODD_TEXT + "\n", MediaType.HTML, DocumentStatus.DRAFT),
                Ingestion.NONE);
        documents().insert(odd);

        assertEquals(Optional.of(odd), documents().find(owner, odd.id()));
        assertEquals(
                List.of(odd),
                documents().list(owner, project.id(), PageRequest.first(1)).items());
    }

    @Test
    void aTextAsLongAsItMayBeSurvives() {
        var document = Samples.document(project, "\ud83d\udc4d".repeat(DocumentDetails.CONTENT_MAX));
        documents().insert(document);

        assertEquals(Optional.of(document), documents().find(owner, document.id()));
    }

    private DocumentRepository documents() {
        return database().documents();
    }

    private Document newDocument() {
        var document = Samples.document(project);
        documents().insert(document);
        return document;
    }

    private StoredFile newFile() {
        return database().files().insert(Samples.file(project));
    }

    private StoredFile newStoredFile(Project of) {
        var file = database().files().insert(Samples.file(of));
        assertTrue(database().files().markStored(of.owner(), file.id(), Samples.content(1)));
        return file;
    }

    private static Attachment shown(StoredFile file) {
        return new Attachment(file.id(), file.key());
    }

    private Optional<Attachment> attachment(Document document) {
        return documents().find(owner, document.id()).orElseThrow().attachment();
    }

    private static Document unattached(Document document) {
        return new Document(
                document.id(),
                document.owner(),
                document.projectId(),
                document.details(),
                Optional.empty(),
                document.ingestion(),
                document.ingestionError(),
                document.createdAt(),
                document.updatedAt(),
                document.revision());
    }

    @Override
    ListChecks<Document> lists() {
        return new ListChecks<>(
                request -> documents().list(owner, project.id(), request),
                id -> documents().insert(Samples.document(project, id, "content")),
                document -> document.id().value());
    }
}
