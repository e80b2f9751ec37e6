package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.file.DeletedFile;
import dev.atelier.port.out.project.ProjectRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link ProjectRepository}. */
public abstract class ProjectRepositoryContract extends ListingContract {

    private UserId owner = Samples.nobody();
    private UserId stranger = Samples.nobody();

    @BeforeEach
    final void signUp() {
        owner = database().newUser();
        stranger = database().newUser();
    }

    @Test
    void whatWasInsertedIsFound() {
        var project = newProject(owner);

        assertEquals(Optional.of(project), projects().find(owner, project.id()));
    }

    @Test
    void insertIsRefusedWhenTheOwnerHasNeverExisted() {
        var project = Samples.project(Samples.nobody());

        assertThrows(DomainException.UserNotProvisioned.class, () -> projects().insert(project));
        assertAbsent(projects().find(project.owner(), project.id()));
    }

    @Test
    void insertIsRefusedWhenTheOwnerExistsNoMore() {
        database().removeUser(owner);

        assertThrows(DomainException.UserNotProvisioned.class, () -> projects().insert(Samples.project(owner)));
    }

    @Test
    void nothingIsFoundByAnIdThatIsNotThere() {
        newProject(owner);

        assertAbsent(projects().find(owner, new ProjectId(Samples.newId())));
    }

    @Test
    void nobodyElseFindsIt() {
        var project = newProject(owner);

        assertAbsent(projects().find(stranger, project.id()));
        assertAbsent(projects().find(Samples.nobody(), project.id()));
    }

    @Test
    void nobodyElseHasItInTheirList() {
        newProject(owner);
        var theirs = newProject(stranger);

        assertEquals(
                List.of(theirs),
                projects().list(stranger, PageRequest.first(10)).items());
    }

    @Test
    void nobodyElseCanUpdateIt() {
        var project = newProject(owner);
        var stolen = new Project(
                project.id(),
                stranger,
                new ProjectDetails("stolen", ""),
                Samples.AT,
                Samples.AT,
                project.revision() + 1);

        assertFalse(projects().update(stolen));
        assertEquals(Optional.of(project), projects().find(owner, project.id()));
        assertAbsent(projects().find(stranger, project.id()));
    }

    @Test
    void nobodyElseCanDeleteIt() {
        var project = newProject(owner);

        assertFalse(projects().delete(stranger, project.id()));
        assertPresent(projects().find(owner, project.id()));
    }

    @Test
    void updateStoresAllOfIt() {
        var project = newProject(owner);
        var changed = project.change(new ProjectDetails("Autumn", ""), Samples.LATER);

        assertTrue(projects().update(changed));
        assertEquals(Optional.of(changed), projects().find(owner, project.id()));
        assertEquals(
                List.of(changed), projects().list(owner, PageRequest.first(10)).items());
    }

    @Test
    void updateFromAnotherRevisionThanTheStoredOneStoresNothing() {
        var first = newProject(owner);
        var second = first.change(new ProjectDetails("second", ""), Samples.LATER);
        assertTrue(projects().update(second));

        assertFalse(projects().update(first.change(new ProjectDetails("stale", ""), Samples.LATER)));
        assertFalse(projects().update(second));
        assertFalse(projects()
                .update(second.change(second.details(), Samples.LATER)
                        .change(new ProjectDetails("to come", ""), Samples.LATER)));
        assertEquals(Optional.of(second), projects().find(owner, first.id()));
    }

    @Test
    void updateOfWhatIsNotThereStoresNothing() {
        var project = Samples.project(owner);

        assertFalse(projects().update(project.change(project.details(), Samples.LATER)));
        assertAbsent(projects().find(owner, project.id()));
    }

    @Test
    void ofManyUpdatesOfOneRevisionExactlyOneIsStored() {
        var project = newProject(owner);
        var changed = project.change(new ProjectDetails("mine", ""), Samples.LATER);

        assertOneWins(Concurrently.all(8, () -> projects().update(changed)));
        assertEquals(Optional.of(changed), projects().find(owner, project.id()));
    }

    @Test
    void deleteRemovesIt() {
        var project = newProject(owner);
        var other = newProject(owner);

        assertTrue(projects().delete(owner, project.id()));
        assertAbsent(projects().find(owner, project.id()));
        assertEquals(
                List.of(other), projects().list(owner, PageRequest.first(10)).items());
    }

    @Test
    void deleteSaysWhenThereWasNone() {
        var project = newProject(owner);
        assertTrue(projects().delete(owner, project.id()));

        assertFalse(projects().delete(owner, project.id()));
        assertFalse(projects().delete(owner, new ProjectId(Samples.newId())));
    }

    @Test
    void ofManyDeletesExactlyOneFindsIt() {
        var project = newProject(owner);

        assertOneWins(Concurrently.all(8, () -> projects().delete(owner, project.id())));
    }

    @Test
    void deleteRemovesItsDocuments() {
        var project = newProject(owner);
        var document = Samples.document(project);
        database().documents().insert(document);
        projects().delete(owner, project.id());

        assertAbsent(database().documents().find(owner, document.id()));
        assertEquals(
                List.of(),
                database()
                        .documents()
                        .list(owner, project.id(), PageRequest.first(10))
                        .items());
    }

    @Test
    void deleteRemovesItsWorkflowsAndTheirRuns() {
        var workflow = newWorkflow(owner);
        var run = Samples.run(workflow);
        database().runs().insert(run);
        projects().delete(owner, workflow.projectId());

        assertAbsent(database().workflows().find(owner, workflow.id()));
        assertAbsent(database().workflows().definition(owner, workflow.id(), 1));
        assertAbsent(database().runs().find(owner, run.id()));
    }

    @Test
    void deleteLeavesItsFilesAsFilesOfNoProject() {
        var project = newProject(owner);
        var file = database().files().insert(Samples.file(project));
        database().files().markStored(owner, file.id(), Samples.content(1));
        projects().delete(owner, project.id());

        assertAbsent(database().files().find(owner, file.id()));
        assertTrue(database().files().markDeleting(owner, file.id()));
        assertEquals(
                List.of(new DeletedFile(file.id(), file.key())),
                database().files().listDeleting(owner, 10));
    }

    @Test
    void deleteTouchesNothingOfOtherProjects() {
        var kept = newWorkflow(owner);
        var project = projects().find(owner, kept.projectId()).orElseThrow();
        var document = Samples.document(project);
        database().documents().insert(document);
        var file = database().files().insert(Samples.file(project));
        var run = Samples.run(kept);
        database().runs().insert(run);
        projects().delete(owner, newWorkflow(owner).projectId());

        assertEquals(Optional.of(document), database().documents().find(owner, document.id()));
        assertEquals(Optional.of(kept), database().workflows().find(owner, kept.id()));
        assertEquals(Optional.of(run), database().runs().find(owner, run.id()));
        assertEquals(
                Optional.of(FileState.PENDING),
                database().files().find(owner, file.id()).map(found -> found.state()));
    }

    @Test
    void projectsGoWithTheirOwner() {
        var project = newProject(owner);
        var theirs = newProject(stranger);
        database().removeUser(owner);

        assertAbsent(projects().find(owner, project.id()));
        assertPresent(projects().find(stranger, theirs.id()));
    }

    @Test
    void oddTextSurvives() {
        var project = Samples.project(owner);
        var odd = project.change(new ProjectDetails(" " + Samples.ODD_TEXT + " ", Samples.ODD_TEXT), Samples.LATER);
        projects().insert(project);
        assertTrue(projects().update(odd));

        assertEquals(Optional.of(odd), projects().find(owner, odd.id()));
    }

    @Test
    void textsAsLongAsTheyMayBeSurvive() {
        var sign = "\ud83d\udc4d"; // two units of UTF-16, four bytes of UTF-8, one character
        var longest =
                new ProjectDetails(sign.repeat(ProjectDetails.NAME_MAX), sign.repeat(ProjectDetails.DESCRIPTION_MAX));
        var project = Project.create(new ProjectId(Samples.newId()), owner, longest, Samples.AT);
        projects().insert(project);

        assertEquals(Optional.of(project), projects().find(owner, project.id()));
    }

    @Test
    void instantsSurviveToTheMicrosecond() {
        for (var text : List.of(
                "1969-12-31T23:59:59.999999Z",
                "2026-03-29T01:30:00.000001Z", // skipped, or there twice, in the clocks of some countries
                "2026-10-25T00:30:00.500000Z",
                "2262-04-12T00:00:00.123456Z")) {
            var project = Project.create(
                    new ProjectId(Samples.newId()), owner, new ProjectDetails("now", ""), Instant.parse(text));
            projects().insert(project);

            assertEquals(Optional.of(project), projects().find(owner, project.id()));
        }
    }

    private ProjectRepository projects() {
        return database().projects();
    }

    @Override
    ListChecks<Project> lists() {
        return new ListChecks<>(
                request -> projects().list(owner, request),
                id -> projects().insert(Samples.project(owner, id)),
                project -> project.id().value());
    }
}
