package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.Violation;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowTemplate.Language;
import dev.atelier.port.in.workflow.WorkflowTemplates;
import dev.atelier.port.in.workflow.WorkflowTemplates.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowTemplatesTest {

    private final TestCore test = new TestCore();
    private final WorkflowTemplates templates = test.core().workflowTemplates();

    @Test
    void they_are_what_the_core_was_given() {
        assertEquals(List.of(Definitions.TEMPLATE), templates.list());
    }

    @Test
    void a_workflow_made_from_one_is_called_like_it_or_as_is_wanted_and_is_a_workflow_like_any_other() {
        var project = test.newProject();
        var id = Definitions.TEMPLATE.id();

        var portuguese =
                templates.create(test.ada, project, new Request(id, Language.BRAZILIAN_PORTUGUESE, Optional.empty()));
        assertEquals(new WorkflowDetails("Aviso", "Avisa.", Definitions.MAIN_JOB), portuguese.details());
        assertEquals(portuguese, test.core().workflows().get(test.ada, portuguese.id()));

        var named = templates.create(test.ada, project, new Request(id, Language.ENGLISH, Optional.of("Spring")));
        assertEquals(new WorkflowDetails("Spring", "Announces.", Definitions.MAIN_JOB), named.details());
    }

    @Test
    void there_must_be_such_a_template_a_name_that_is_one_and_a_project_of_the_user() {
        var project = test.newProject();
        var id = Definitions.TEMPLATE.id();

        assertEquals(
                "templateId",
                refused(new Request("none", Language.ENGLISH, Optional.empty())).field());
        assertEquals(
                "name",
                refused(new Request(id, Language.ENGLISH, Optional.of(" "))).field());
        assertThrows(
                DomainException.NotFound.class,
                () -> templates.create(test.newUser(), project, new Request(id, Language.ENGLISH, Optional.empty())));
    }

    private Violation refused(Request request) {
        return assertThrows(
                        DomainException.ValidationFailed.class,
                        () -> templates.create(test.ada, test.newProject(), request))
                .violations()
                .getFirst();
    }
}
