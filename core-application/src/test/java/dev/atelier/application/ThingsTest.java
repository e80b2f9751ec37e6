package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.account.ProfileChange;
import dev.atelier.port.in.document.DocumentChange;
import dev.atelier.port.in.project.ProjectChange;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts, projects, documents and workflows. */
class ThingsTest {

    private static final PageRequest PAGE = PageRequest.first(2);

    private final TestCore test = new TestCore();
    private final InboundPorts core = test.core();

    @Test
    void who_has_no_account_here_is_not_let_in() {
        var nobody = new UserId(UUID.randomUUID());

        assertThrows(
                DomainException.UserNotProvisioned.class, () -> core.accounts().admit(nobody));
        assertThrows(
                DomainException.UserNotProvisioned.class, () -> core.accounts().get(nobody));
        core.accounts().admit(test.ada);
    }

    @Test
    void who_was_let_in_is_not_looked_up_for_a_minute_and_then_again() {
        core.accounts().admit(test.ada);
        test.adapters.removeUser(test.ada);

        core.accounts().admit(test.ada);

        test.clock.advance(Duration.ofSeconds(61));
        assertThrows(
                DomainException.UserNotProvisioned.class, () -> core.accounts().admit(test.ada));
    }

    @Test
    void users_change_their_name() {
        var changed =
                core.accounts().change(test.ada, new ProfileChange(Optional.of("Ada Lovelace")), Precondition.none());

        assertEquals("Ada Lovelace", changed.profile().fullName());
        assertEquals(changed, core.accounts().get(test.ada));
    }

    @Test
    void what_is_answered_is_what_is_read_later_to_the_microsecond() {
        test.clock.set(TestCore.START.plusNanos(789));

        var project = newProject("Spring");

        assertEquals(project, core.projects().get(test.ada, project.id()));
        assertEquals(project.createdAt(), project.createdAt().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void a_change_says_what_is_new_and_leaves_the_rest() {
        var project = newProject("Spring");
        test.clock.advance(Duration.ofSeconds(5));

        var changed = core.projects()
                .change(
                        test.ada,
                        project.id(),
                        new ProjectChange(Optional.empty(), Optional.of("Coffee")),
                        Precondition.revisionIn(Set.of(project.revision())));

        assertEquals(new ProjectDetails("Spring", "Coffee"), changed.details());
        assertEquals(project.createdAt(), changed.createdAt());
        assertEquals(project.createdAt().plusSeconds(5), changed.updatedAt());
    }

    @Test
    void a_change_of_an_old_revision_is_refused_with_the_current_one() {
        var project = newProject("Spring");
        var change = new ProjectChange(Optional.of("Autumn"), Optional.empty());
        var old = Precondition.revisionIn(Set.of(project.revision()));
        core.projects().change(test.ada, project.id(), change, old);

        var refused = assertThrows(
                DomainException.RevisionMismatch.class,
                () -> core.projects().change(test.ada, project.id(), change, old));

        assertEquals(2, refused.current());
        assertThrows(
                DomainException.RevisionMismatch.class, () -> core.projects().delete(test.ada, project.id(), old));
    }

    @Test
    void changes_at_the_same_time_all_count_when_nobody_insists_on_a_revision() {
        var project = newProject("Spring");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 3)
                    .forEach(i -> threads.execute(() -> core.projects()
                            .change(
                                    test.ada,
                                    project.id(),
                                    new ProjectChange(Optional.of("Name " + i), Optional.empty()),
                                    Precondition.none())));
        }
        assertEquals(4, core.projects().get(test.ada, project.id()).revision());
    }

    @Test
    void pages_are_stable_while_something_is_inserted() {
        var first = newProject("1");
        var second = newProject("2");
        var third = newProject("3");
        var page = core.projects().list(test.ada, PAGE);
        newProject("4");

        var rest = core.projects().list(test.ada, PageRequest.before(page.next().orElseThrow(), 2));

        assertEquals(List.of(third, second), page.items());
        assertEquals(List.of(first), rest.items());
        assertTrue(rest.next().isEmpty());
    }

    @Test
    void documents_are_written_changed_and_deleted() {
        var project = newProject("Spring").id();
        var written = core.documents()
                .create(test.ada, project, details("Title", "Content"))
                .document();
        var changed = core.documents()
                .change(
                        test.ada,
                        written.id(),
                        new DocumentChange(Optional.empty(), Optional.of("Other"), Optional.of(DocumentStatus.DONE)),
                        Precondition.none())
                .document();

        assertEquals("Title", changed.details().title());
        assertEquals("Other", changed.details().content());
        assertEquals(DocumentStatus.DONE, changed.details().status());
        assertEquals(1, core.documents().list(test.ada, project, PAGE).items().size());

        core.documents().delete(test.ada, written.id(), Precondition.none());
        assertThrows(DomainException.NotFound.class, () -> core.documents().get(test.ada, written.id()));
    }

    @Test
    void every_replacement_of_a_workflow_is_a_version() {
        var project = newProject("Spring").id();
        var details = new WorkflowDetails("Name", "", Definitions.MAIN_JOB);
        var workflow = core.workflows().create(test.ada, project, details);
        var replaced = core.workflows()
                .replace(
                        test.ada,
                        workflow.id(),
                        new WorkflowDetails("Other", "", Definitions.text("x")),
                        Precondition.revisionIn(Set.of(1L)));

        assertEquals(2, replaced.version());
        assertEquals(replaced, core.workflows().get(test.ada, workflow.id()));
        assertThrows(
                DomainException.RevisionMismatch.class,
                () -> core.workflows().replace(test.ada, workflow.id(), details, Precondition.revisionIn(Set.of(1L))));
        assertTrue(core.workflows().validate(Definitions.MAIN_JOB).errors().isEmpty());
    }

    @Test
    void what_belongs_to_somebody_else_does_not_exist() {
        var stranger = test.newUser();
        var project = newProject("Spring").id();
        var document = core.documents()
                .create(test.ada, project, details("x", ""))
                .document()
                .id();
        var workflow = core.workflows().create(test.ada, project, new WorkflowDetails("x", "", Definitions.MAIN_JOB));
        var calls = new ArrayList<Runnable>(List.of(
                () -> core.projects().get(stranger, project),
                () -> core.projects()
                        .change(
                                stranger,
                                project,
                                new ProjectChange(Optional.empty(), Optional.empty()),
                                Precondition.none()),
                () -> core.projects().delete(stranger, project, Precondition.none()),
                () -> core.documents().create(stranger, project, details("x", "")),
                () -> core.documents().list(stranger, project, PAGE),
                () -> core.documents().get(stranger, document),
                () -> core.documents()
                        .change(
                                stranger,
                                document,
                                new DocumentChange(Optional.empty(), Optional.empty(), Optional.empty()),
                                Precondition.none()),
                () -> core.documents().delete(stranger, document, Precondition.none()),
                () -> core.files().list(stranger, project, PAGE)));
        calls.add(() -> core.workflows().create(stranger, project, workflow.details()));
        calls.add(() -> core.workflows().list(stranger, project, PAGE));
        calls.add(() -> core.workflows().get(stranger, workflow.id()));
        calls.add(() -> core.workflows().replace(stranger, workflow.id(), workflow.details(), Precondition.none()));
        calls.add(() -> core.workflows().delete(stranger, workflow.id(), Precondition.none()));

        calls.forEach(call -> assertThrows(DomainException.NotFound.class, call::run));
        assertEquals(List.of(), core.projects().list(stranger, PAGE).items());
        assertEquals(workflow, core.workflows().get(test.ada, workflow.id()));
    }

    private Project newProject(String name) {
        test.clock.advance(Duration.ofMillis(1)); // ids of one millisecond are in no order
        return core.projects().create(test.ada, new ProjectDetails(name, ""));
    }

    private static DocumentDetails details(String title, String content) {
        return new DocumentDetails(title, content, MediaType.TEXT, DocumentStatus.DRAFT);
    }
}
