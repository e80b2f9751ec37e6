package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.port.out.file.DeletedFile;
import dev.atelier.port.out.file.FileRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link FileRepository}. */
public abstract class FileRepositoryContract extends ListingContract {

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
    void whatWasInsertedIsReturnedAndFound() {
        var file = Samples.file(project);

        assertEquals(file, files().insert(file));
        assertEquals(Optional.of(file), files().find(owner, file.id()));
    }

    @Test
    void insertLeavesARowOfThatIdAsItIsAndReturnsIt() {
        var first = newFile();
        var again = Samples.file(project, first.id().value());

        assertEquals(first, files().insert(again));
        assertEquals(Optional.of(first), files().find(owner, first.id()));
    }

    @Test
    void insertFindsARowOfThatIdInWhateverState() {
        var stored = newStoredFile();
        assertEquals(stored, files().insert(Samples.file(project, stored.id().value())));

        files().markDeleting(owner, stored.id());
        assertEquals(
                FileState.DELETING,
                files().insert(Samples.file(project, stored.id().value())).state());
    }

    @Test
    void ofManyInsertsOfOneIdAllReturnTheSameRow() {
        var id = Samples.newId();

        var returned = Concurrently.all(8, () -> files().insert(Samples.file(project, id)));
        assertEquals(1, returned.stream().distinct().count());
        assertEquals(
                Optional.of(returned.getFirst()),
                files().find(owner, returned.getFirst().id()));
    }

    @Test
    void insertIsRefusedWhenThereIsNoSuchProject() {
        var file = Samples.file(Samples.project(owner));

        assertThrows(DomainException.NotFound.class, () -> files().insert(file));
        assertAbsent(files().find(owner, file.id()));
    }

    @Test
    void insertIsRefusedWhenTheProjectIsSomebodyElses() {
        var intruding = ofStranger(new FileId(Samples.newId()));

        assertThrows(DomainException.NotFound.class, () -> files().insert(intruding));
        assertAbsent(files().find(stranger, intruding.id()));
    }

    @Test
    void insertTellsNobodyOfARowThatIsSomebodyElses() {
        var file = newFile();
        var theirs = newProject(stranger);
        var guessed = Samples.file(theirs, file.id().value());

        assertThrows(DomainException.NotFound.class, () -> files().insert(guessed));
        assertEquals(Optional.of(file), files().find(owner, file.id()));
        assertAbsent(files().find(stranger, file.id()));
    }

    @Test
    void itIsFoundInAnyState() {
        var file = newFile();
        assertEquals(Optional.of(FileState.PENDING), state(file));
        files().markStored(owner, file.id(), Samples.content(7));
        assertEquals(Optional.of(file.stored(Samples.content(7))), files().find(owner, file.id()));
        files().markDeleting(owner, file.id());
        assertEquals(Optional.of(FileState.DELETING), state(file));
    }

    @Test
    void nothingIsFoundByAnIdThatIsNotThere() {
        newFile();

        assertAbsent(files().find(owner, new FileId(Samples.newId())));
    }

    @Test
    void nothingIsFoundThatBelongsToNoProjectAnyMore() {
        var file = newStoredFile();
        database().projects().delete(owner, project.id());

        assertAbsent(files().find(owner, file.id()));
    }

    @Test
    void nobodyElseFindsIt() {
        assertAbsent(files().find(stranger, newFile().id()));
    }

    @Test
    void nobodyElseListsIt() {
        newStoredFile();

        assertEquals(
                List.of(),
                files().list(stranger, project.id(), PageRequest.first(10)).items());
    }

    @Test
    void nobodyElseCanMarkItStored() {
        var file = newFile();

        assertFalse(files().markStored(stranger, file.id(), Samples.content(1)));
        assertEquals(Optional.of(file), files().find(owner, file.id()));
    }

    @Test
    void nobodyElseCanMarkItDeleting() {
        var file = newFile();

        assertFalse(files().markDeleting(stranger, file.id()));
        assertEquals(0, files().markAllDeleting(stranger, project.id(), 10));
        assertEquals(Optional.of(FileState.PENDING), state(file));
    }

    @Test
    void nobodyElseSeesItWhileItIsDeletedOrCanRemoveIt() {
        var file = newFile();
        files().markDeleting(owner, file.id());

        assertEquals(List.of(), files().listDeleting(stranger, 10));
        files().remove(stranger, List.of(file.id()));
        assertPresent(files().find(owner, file.id()));
    }

    @Test
    void theListHasStoredFilesOfThatProjectOnly() {
        newFile();
        var stored = newStoredFile();
        files().markDeleting(owner, newStoredFile().id());
        newStoredFile(newProject(owner));

        assertEquals(
                List.of(stored),
                files().list(owner, project.id(), PageRequest.first(10)).items());
    }

    @Test
    void aPendingFileBecomesStored() {
        var file = newFile();

        assertTrue(files().markStored(owner, file.id(), Samples.content(5_000_000_000L)));
        assertEquals(Optional.of(file.stored(Samples.content(5_000_000_000L))), files().find(owner, file.id()));
    }

    @Test
    void aStoredFileStaysStoredWithTheSameContent() {
        var file = newFile();
        files().markStored(owner, file.id(), Samples.content(1));

        assertTrue(files().markStored(owner, file.id(), Samples.content(1)));
        assertEquals(Optional.of(FileState.STORED), state(file));
    }

    @Test
    void aStoredFileDoesNotTakeAnotherContent() {
        var file = newFile();
        files().markStored(owner, file.id(), Samples.content(1));

        assertFalse(files().markStored(owner, file.id(), Samples.content(2)));
        assertEquals(Optional.of(file.stored(Samples.content(1))), files().find(owner, file.id()));
    }

    @Test
    void aFileThatIsBeingDeletedIsNeverStoredAgain() {
        var pending = newFile();
        var stored = newStoredFile();
        files().markDeleting(owner, pending.id());
        files().markDeleting(owner, stored.id());

        assertFalse(files().markStored(owner, pending.id(), Samples.content(1)));
        assertFalse(files().markStored(owner, stored.id(), Samples.content(1)));
        assertEquals(Optional.of(FileState.DELETING), state(pending));
        assertEquals(Optional.of(FileState.DELETING), state(stored));
    }

    @Test
    void nothingThatIsNotThereBecomesStored() {
        assertFalse(files().markStored(owner, new FileId(Samples.newId()), Samples.content(1)));
    }

    @Test
    void ofManyContentsExactlyOneIsStored() {
        var file = newFile();

        assertOneWins(Concurrently.all(
                8,
                () -> files().markStored(
                                owner,
                                file.id(),
                                Samples.content(Thread.currentThread().threadId()))));
    }

    @Test
    void whatSomebodySendsByThemselvesIsRemembered() {
        var expected = new ExpectedContent(Optional.of(5_000_000_000L), Optional.of("a".repeat(64)));
        var sample = Samples.file(project);
        var file = StoredFile.pending(
                sample.id(), owner, project.id(), sample.details(), sample.key(), expected, Samples.AT);

        assertEquals(file, files().insert(file));
        assertEquals(Optional.of(file), files().find(owner, file.id()));
        files().markStored(owner, file.id(), Samples.content(1));
        assertEquals(Optional.of(expected), files().find(owner, file.id()).map(StoredFile::expected));
    }

    @Test
    void aPendingFileCanBeRetyped() {
        var file = newFile();
        files().retype(owner, file.id(), "text/html");

        assertEquals(Optional.of(file.ofType("text/html")), files().find(owner, file.id()));
    }

    @Test
    void noOtherFileCanBeRetyped() {
        var stored = newStoredFile();
        var pending = newFile();
        files().retype(owner, stored.id(), "text/html");
        files().retype(stranger, pending.id(), "text/html");

        assertEquals(Optional.of(stored), files().find(owner, stored.id()));
        assertEquals(Optional.of(pending), files().find(owner, pending.id()));
    }

    @Test
    void aFileThatIsNotBeingDeletedCanHaveAThumbnail() {
        var pending = newFile();
        var stored = newStoredFile();
        var deleting = newFile();
        files().markDeleting(owner, deleting.id());

        assertTrue(files().markThumbnail(owner, pending.id()));
        assertTrue(files().markThumbnail(owner, stored.id()));
        assertTrue(files().markThumbnail(owner, stored.id()));
        assertFalse(files().markThumbnail(owner, deleting.id()));
        assertFalse(files().markThumbnail(stranger, stored.id()));
        assertFalse(files().markThumbnail(owner, new FileId(Samples.newId())));
        assertEquals(Optional.of(pending.withThumbnail()), files().find(owner, pending.id()));
        assertEquals(Optional.of(stored.withThumbnail()), files().find(owner, stored.id()));
    }

    @Test
    void aThumbnailSurvivesThatTheFileIsStored() {
        var file = newFile();
        files().markThumbnail(owner, file.id());
        files().markStored(owner, file.id(), Samples.content(1));

        assertEquals(Optional.of(file.withThumbnail().stored(Samples.content(1))), files().find(owner, file.id()));
    }

    @Test
    void manyAreRemovedAtOnceAndNothingOfOthers() {
        var gone = List.of(newFile(), newStoredFile());
        var kept = newFile();
        gone.forEach(file -> files().markDeleting(owner, file.id()));
        files().remove(owner, List.of(gone.get(0).id(), gone.get(1).id(), kept.id()));

        assertEquals(List.of(), files().listDeleting(owner, 10));
        assertPresent(files().find(owner, kept.id()));
    }

    @Test
    void markDeletingSaysWhetherThereWasOneThatWasNot() {
        var file = newFile();

        assertTrue(files().markDeleting(owner, file.id()));
        assertFalse(files().markDeleting(owner, file.id()));
        assertFalse(files().markDeleting(owner, new FileId(Samples.newId())));
    }

    @Test
    void ofManyWhoDeleteItExactlyOneFindsIt() {
        var file = newFile();

        assertOneWins(Concurrently.all(8, () -> files().markDeleting(owner, file.id())));
    }

    @Test
    void markAllDeletingTakesFilesInWhateverStateOutOfTheProject() {
        var taken = List.of(newFile(), newStoredFile(), newFile());
        files().markDeleting(owner, taken.getLast().id());
        var elsewhere = newStoredFile(newProject(owner));

        assertEquals(3, files().markAllDeleting(owner, project.id(), 10));
        assertEquals(
                taken.stream()
                        .map(file -> new DeletedFile(file.id(), file.key()))
                        .toList(),
                files().listDeleting(owner, 10));
        taken.forEach(file -> assertAbsent(files().find(owner, file.id())));
        assertEquals(Optional.of(FileState.STORED), state(elsewhere));
        assertEquals(0, files().markAllDeleting(owner, project.id(), 10));
    }

    @Test
    void markAllDeletingTakesNoMoreThanItIsAskedFor() {
        newFile();
        newFile();
        newFile();

        assertEquals(2, files().markAllDeleting(owner, project.id(), 2));
        assertEquals(2, files().listDeleting(owner, 10).size());
        assertEquals(1, files().markAllDeleting(owner, project.id(), 2));
    }

    @Test
    void listDeletingIsOldestFirstAndLimited() {
        var marked = List.of(newFile(), newStoredFile(), newFile());
        newStoredFile();
        marked.reversed().forEach(file -> files().markDeleting(owner, file.id()));
        var expected = marked.stream()
                .map(file -> new DeletedFile(file.id(), file.key()))
                .toList();

        assertEquals(expected, files().listDeleting(owner, 10));
        assertEquals(expected.subList(0, 2), files().listDeleting(owner, 2));
    }

    @Test
    void listDeletingHasFilesOfNoProjectToo() {
        var file = newFile();
        files().markAllDeleting(owner, project.id(), 10);
        database().projects().delete(owner, project.id());

        assertEquals(List.of(new DeletedFile(file.id(), file.key())), files().listDeleting(owner, 10));
    }

    @Test
    void removeRemovesAFileThatIsBeingDeleted() {
        var file = newFile();
        files().markDeleting(owner, file.id());
        files().remove(owner, List.of(file.id()));

        assertAbsent(files().find(owner, file.id()));
        assertEquals(List.of(), files().listDeleting(owner, 10));
    }

    @Test
    void removeRemovesAFileOfNoProject() {
        var file = newFile();
        files().markDeleting(owner, file.id());
        database().projects().delete(owner, project.id());
        files().remove(owner, List.of(file.id()));

        assertEquals(List.of(), files().listDeleting(owner, 10));
    }

    @Test
    void removeLeavesEveryOtherFile() {
        var pending = newFile();
        var stored = newStoredFile();
        files().remove(owner, List.of(pending.id()));
        files().remove(owner, List.of(stored.id()));
        files().remove(owner, List.of(new FileId(Samples.newId())));

        assertPresent(files().find(owner, pending.id()));
        assertPresent(files().find(owner, stored.id()));
    }

    @Test
    void documentsThatShowARemovedFileShowNothing() {
        var file = newFile();
        var document = Samples.document(project).showing(new Attachment(file.id(), file.key()));
        database().documents().insert(document);
        files().markDeleting(owner, file.id());
        files().remove(owner, List.of(file.id()));

        assertAbsent(
                database().documents().find(owner, document.id()).orElseThrow().attachment());
    }

    @Test
    void filesGoWithTheirOwner() {
        var file = newFile();
        files().markDeleting(owner, file.id());
        database().removeUser(owner);

        assertAbsent(files().find(owner, file.id()));
        assertEquals(List.of(), files().listDeleting(owner, 10));
    }

    @Test
    void oddNamesSurvive() {
        for (var name : List.of(
                "e\u0301 \u05e9\u05dc\u05d5\u05dd \ud83d\udc69\u200d\ud83d\udc67.png", "\ud840\udc0b", "'\"%s?")) {
            var file = StoredFile.pending(
                    new FileId(Samples.newId()),
                    owner,
                    project.id(),
                    new FileDetails(name, "text/plain; charset=\"utf-8\""),
                    Samples.newKey(),
                    Samples.LATER);
            files().insert(file);

            assertEquals(Optional.of(file), files().find(owner, file.id()));
        }
    }

    private FileRepository files() {
        return database().files();
    }

    private StoredFile newFile() {
        return files().insert(Samples.file(project));
    }

    private StoredFile newStoredFile() {
        return newStoredFile(project);
    }

    private StoredFile newStoredFile(Project in) {
        return newStoredFile(Samples.file(in));
    }

    private StoredFile newStoredFile(StoredFile pending) {
        files().insert(pending);
        assertTrue(files().markStored(owner, pending.id(), Samples.content(1)));
        return pending.stored(Samples.content(1));
    }

    private StoredFile ofStranger(FileId id) {
        var file = Samples.file(project);
        return StoredFile.pending(id, stranger, project.id(), file.details(), file.key(), Samples.AT);
    }

    private Optional<FileState> state(StoredFile file) {
        return files().find(owner, file.id()).map(StoredFile::state);
    }

    @Override
    ListChecks<StoredFile> lists() {
        return new ListChecks<>(
                request -> files().list(owner, project.id(), request),
                id -> newStoredFile(Samples.file(project, id)),
                file -> file.id().value());
    }
}
