package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link WorkflowRepository}. */
public abstract class WorkflowRepositoryContract extends ListingContract {

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
        var workflow = newWorkflow();

        assertEquals(Optional.of(workflow), workflows().find(owner, workflow.id()));
    }

    @Test
    void insertIsRefusedWhenThereIsNoSuchProject() {
        var workflow = Samples.workflow(Samples.project(owner));

        assertThrows(DomainException.NotFound.class, () -> workflows().insert(workflow));
        assertAbsent(workflows().find(owner, workflow.id()));
        assertAbsent(workflows().definition(owner, workflow.id(), 1));
    }

    @Test
    void insertIsRefusedWhenTheProjectIsSomebodyElses() {
        var intruding = Workflow.create(
                new WorkflowId(Samples.newId()),
                stranger,
                project.id(),
                Samples.workflow(project).details(),
                Samples.AT);

        assertThrows(DomainException.NotFound.class, () -> workflows().insert(intruding));
        assertAbsent(workflows().find(stranger, intruding.id()));
        lists().assertEmptyAtFirst();
    }

    @Test
    void nothingIsFoundByAnIdThatIsNotThere() {
        newWorkflow();

        assertAbsent(workflows().find(owner, new WorkflowId(Samples.newId())));
    }

    @Test
    void nobodyElseFindsItOrItsDefinition() {
        var workflow = newWorkflow();

        assertAbsent(workflows().find(stranger, workflow.id()));
        assertAbsent(workflows().definition(stranger, workflow.id(), 1));
    }

    @Test
    void nobodyElseListsIt() {
        newWorkflow();

        assertEquals(
                List.of(),
                workflows().list(stranger, project.id(), PageRequest.first(10)).items());
    }

    @Test
    void nobodyElseCanUpdateIt() {
        var workflow = newWorkflow();
        var stolen =
                new Workflow(workflow.id(), stranger, project.id(), details("stolen"), 2, Samples.AT, Samples.LATER);

        assertFalse(workflows().update(stolen));
        assertEquals(Optional.of(workflow), workflows().find(owner, workflow.id()));
        assertAbsent(workflows().definition(owner, workflow.id(), 2));
        assertAbsent(workflows().definition(stranger, workflow.id(), 2));
    }

    @Test
    void nobodyElseCanDeleteIt() {
        var workflow = newWorkflow();

        assertFalse(workflows().delete(stranger, workflow.id()));
        assertPresent(workflows().find(owner, workflow.id()));
    }

    @Test
    void findGivesTheNewestVersion() {
        var first = newWorkflow();
        var second = first.replace(details("second"), Samples.LATER);
        var third = second.replace(details("third"), Samples.LATER);
        assertTrue(workflows().update(second));
        assertTrue(workflows().update(third));

        assertEquals(Optional.of(third), workflows().find(owner, first.id()));
    }

    @Test
    void everyVersionOfTheDefinitionStays() {
        var first = newWorkflow();
        var second = first.replace(details("second"), Samples.LATER);
        workflows().update(second);

        assertEquals(Optional.of(first.details().definition()), workflows().definition(owner, first.id(), 1));
        assertEquals(Optional.of(second.details().definition()), workflows().definition(owner, first.id(), 2));
    }

    @Test
    void thereIsNoDefinitionOfAVersionThatIsNotThere() {
        var workflow = newWorkflow();

        assertAbsent(workflows().definition(owner, workflow.id(), 0));
        assertAbsent(workflows().definition(owner, workflow.id(), 2));
        assertAbsent(workflows().definition(owner, new WorkflowId(Samples.newId()), 1));
    }

    @Test
    void aDefinitionComesBackEqualWithTheOrderOfItsKeys() {
        var odd = Samples.oddValue();
        var workflow = Workflow.create(
                new WorkflowId(Samples.newId()), owner, project.id(), new WorkflowDetails("odd", "", odd), Samples.AT);
        workflows().insert(workflow);

        assertSame(odd, workflows().definition(owner, workflow.id(), 1).orElseThrow());
        assertSame(odd, definition(workflows().find(owner, workflow.id()).orElseThrow()));
        assertSame(
                odd,
                definition(workflows()
                        .list(owner, project.id(), PageRequest.first(1))
                        .items()
                        .getFirst()));
    }

    @Test
    void aReplacedDefinitionComesBackEqualWithTheOrderOfItsKeys() {
        var workflow = newWorkflow();
        var odd = Samples.oddValue();
        workflows().update(workflow.replace(new WorkflowDetails("odd", "", odd), Samples.LATER));

        assertSame(odd, workflows().definition(owner, workflow.id(), 2).orElseThrow());
    }

    @Test
    void anEmptyDefinitionComesBackEmpty() {
        var workflow = newWorkflow();
        workflows().update(workflow.replace(new WorkflowDetails("none", "", ObjectValue.EMPTY), Samples.LATER));

        assertEquals(Optional.of(ObjectValue.EMPTY), workflows().definition(owner, workflow.id(), 2));
    }

    /** Equality of objects does not look at the order of their fields; their text does. */
    private static void assertSame(Value expected, Value actual) {
        assertEquals(expected, actual);
        assertEquals(expected.text(), actual.text());
    }

    @Test
    void theListHasEachWorkflowOfTheProjectOnceInItsNewestVersion() {
        var first = newWorkflow();
        var second = first.replace(details("second"), Samples.LATER);
        workflows().update(second);
        workflows().insert(Samples.workflow(newProject(owner)));

        assertEquals(
                List.of(second),
                workflows().list(owner, project.id(), PageRequest.first(10)).items());
    }

    @Test
    void updateOfAnotherVersionThanTheNewestStoresNothing() {
        var first = newWorkflow();
        var second = first.replace(details("second"), Samples.LATER);
        assertTrue(workflows().update(second));

        assertFalse(workflows().update(first.replace(details("stale"), Samples.LATER)));
        assertFalse(workflows().update(second));
        assertFalse(workflows()
                .update(second.replace(details("third"), Samples.LATER).replace(details("fourth"), Samples.LATER)));
        assertEquals(Optional.of(second), workflows().find(owner, first.id()));
        assertEquals(Optional.of(second.details().definition()), workflows().definition(owner, first.id(), 2));
        assertAbsent(workflows().definition(owner, first.id(), 4));
    }

    @Test
    void updateOfWhatIsNotThereStoresNothing() {
        var workflow = Samples.workflow(project);

        assertFalse(workflows().update(workflow.replace(details("ghost"), Samples.LATER)));
        assertAbsent(workflows().find(owner, workflow.id()));
        assertAbsent(workflows().definition(owner, workflow.id(), 2));
    }

    @Test
    void ofManyUpdatesOfOneVersionExactlyOneIsStored() {
        var workflow = newWorkflow();

        assertOneWins(Concurrently.all(
                8,
                () -> workflows()
                        .update(workflow.replace(
                                details("by " + Thread.currentThread().threadId()), Samples.LATER))));
        var stored = workflows().find(owner, workflow.id()).orElseThrow();
        assertEquals(2, stored.version());
        assertEquals(Optional.of(definition(stored)), workflows().definition(owner, workflow.id(), 2));
    }

    @Test
    void deleteRemovesItWithItsVersions() {
        var workflow = newWorkflow();
        workflows().update(workflow.replace(details("second"), Samples.LATER));

        assertTrue(workflows().delete(owner, workflow.id()));
        assertAbsent(workflows().find(owner, workflow.id()));
        assertAbsent(workflows().definition(owner, workflow.id(), 1));
        assertAbsent(workflows().definition(owner, workflow.id(), 2));
        lists().assertEmptyAtFirst();
    }

    @Test
    void deleteRemovesItsRuns() {
        var workflow = newWorkflow();
        var run = Samples.run(workflow);
        database().runs().insert(run);
        var kept = Samples.run(newWorkflow());
        database().runs().insert(kept);
        workflows().delete(owner, workflow.id());

        assertAbsent(database().runs().find(owner, run.id()));
        assertPresent(database().runs().find(owner, kept.id()));
    }

    @Test
    void deleteSaysWhenThereWasNone() {
        var workflow = newWorkflow();
        assertTrue(workflows().delete(owner, workflow.id()));

        assertFalse(workflows().delete(owner, workflow.id()));
        assertFalse(workflows().delete(owner, new WorkflowId(Samples.newId())));
    }

    @Test
    void workflowsGoWithTheirOwner() {
        var workflow = newWorkflow();
        database().removeUser(owner);

        assertAbsent(workflows().find(owner, workflow.id()));
        assertAbsent(workflows().definition(owner, workflow.id(), 1));
    }

    @Test
    void oddTextSurvives() {
        var workflow = newWorkflow()
                .replace(new WorkflowDetails(Samples.ODD_TEXT, Samples.ODD_TEXT, ObjectValue.EMPTY), Samples.LATER);
        assertTrue(workflows().update(workflow));

        assertEquals(Optional.of(workflow), workflows().find(owner, workflow.id()));
    }

    private WorkflowRepository workflows() {
        return database().workflows();
    }

    private Workflow newWorkflow() {
        var workflow = Samples.workflow(project);
        workflows().insert(workflow);
        return workflow;
    }

    private static WorkflowDetails details(String mark) {
        return new WorkflowDetails(mark, mark, Samples.definition(mark));
    }

    private static ObjectValue definition(Workflow workflow) {
        return workflow.details().definition();
    }

    @Override
    ListChecks<Workflow> lists() {
        return new ListChecks<>(
                request -> workflows().list(owner, project.id(), request),
                id -> workflows().insert(Samples.workflow(project, id)),
                workflow -> workflow.id().value());
    }
}
