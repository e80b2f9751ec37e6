package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowTemplate;
import dev.atelier.port.in.workflow.WorkflowTemplates;
import dev.atelier.port.in.workflow.Workflows;
import java.util.List;
import java.util.stream.Collectors;

final class WorkflowTemplateService implements WorkflowTemplates {

    private final List<WorkflowTemplate> templates;
    private final Workflows workflows;

    WorkflowTemplateService(List<WorkflowTemplate> templates, Workflows workflows) {
        this.templates = templates;
        this.workflows = workflows;
    }

    @Override
    public List<WorkflowTemplate> list() {
        return templates;
    }

    @Override
    public Workflow create(UserId user, ProjectId project, Request request) {
        var template = find(request.templateId());
        var about = template.in(request.language());
        var name = request.name().orElse(about.name());
        return workflows.create(user, project, new WorkflowDetails(name, about.description(), template.definition()));
    }

    private WorkflowTemplate find(String id) {
        return templates.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException.ValidationFailed(
                        "templateId",
                        "must be one of "
                                + templates.stream().map(WorkflowTemplate::id).collect(Collectors.joining(", "))));
    }
}
