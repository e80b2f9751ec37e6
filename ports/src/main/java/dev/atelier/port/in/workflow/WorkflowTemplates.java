package dev.atelier.port.in.workflow;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowTemplate;
import java.util.List;
import java.util.Optional;

/** Workflows that everybody may begin with. */
public interface WorkflowTemplates {

    /** All of them, in the order in which they are to be shown. */
    List<WorkflowTemplate> list();

    /**
     * Makes a workflow of its own from a template: whatever becomes of the one does not change the other.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed when there is no such template ({@code templateId}), or
     *     the name is none for a workflow
     * @throws dev.atelier.domain.error.DomainException.NotFound when the user has no such project
     */
    Workflow create(UserId user, ProjectId project, Request request);

    /**
     * From what, and what it is to be called.
     *
     * @param language of its name and description, as far as the template has to give them
     * @param name empty for the template's own
     */
    record Request(String templateId, WorkflowTemplate.Language language, Optional<String> name) {}
}
