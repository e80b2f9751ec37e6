package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.workflow.Workflows;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.time.InstantSource;

final class WorkflowService implements Workflows {

    private final WorkflowRepository workflows;
    private final ProjectRepository projects;
    private final ExecutableNodes executable;
    private final Ids ids;
    private final InstantSource clock;

    WorkflowService(
            WorkflowRepository workflows,
            ProjectRepository projects,
            ExecutableNodes executable,
            Ids ids,
            InstantSource clock) {
        this.workflows = workflows;
        this.projects = projects;
        this.executable = executable;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Workflow create(UserId user, ProjectId project, WorkflowDetails details) {
        var workflow = Workflow.create(ids.workflow(), user, project, details, clock.instant());
        workflows.insert(workflow);
        return workflow;
    }

    @Override
    public Workflow get(UserId user, WorkflowId id) {
        return find(workflows, user, id);
    }

    @Override
    public Page<Workflow> list(UserId user, ProjectId project, PageRequest request) {
        var page = workflows.list(user, project, request);
        if (page.items().isEmpty()) {
            ProjectService.find(projects, user, project);
        }
        return page;
    }

    @Override
    public Workflow replace(UserId user, WorkflowId id, WorkflowDetails details, Precondition precondition) {
        return OptimisticChange.apply(
                () -> get(user, id),
                Workflow::version,
                precondition,
                current -> current.replace(details, clock.instant()),
                workflows::update);
    }

    @Override
    public void delete(UserId user, WorkflowId id, Precondition precondition) {
        OptimisticChange.require(get(user, id), Workflow::version, precondition);
        if (!workflows.delete(user, id)) {
            throw new DomainException.NotFound("workflow");
        }
    }

    @Override
    public WorkflowCheck validate(ObjectValue definition) {
        return executable.check(definition);
    }

    static Workflow find(WorkflowRepository workflows, UserId user, WorkflowId id) {
        return workflows.find(user, id).orElseThrow(() -> new DomainException.NotFound("workflow"));
    }
}
