package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.util.Optional;

final class InMemoryWorkflowRepository implements WorkflowRepository {

    private final InMemoryDatabase database;

    InMemoryWorkflowRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void insert(Workflow workflow) {
        database.run(() -> {
            database.requireProject(workflow.owner(), workflow.projectId());
            InMemoryDatabase.requireNew(database.workflows().find(workflow.id()));
            database.workflows().put(workflow.id(), WorkflowRow.of(workflow));
        });
    }

    @Override
    public Optional<Workflow> find(UserId owner, WorkflowId id) {
        return database.statement(() -> stored(owner, id).map(WorkflowRow::newest));
    }

    @Override
    public Optional<ObjectValue> definition(UserId owner, WorkflowId id, long version) {
        return database.statement(() -> stored(owner, id)
                .flatMap(row -> Optional.ofNullable(row.definitions().get(version))));
    }

    @Override
    public Page<Workflow> list(UserId owner, ProjectId project, PageRequest request) {
        return database.statement(() -> Listing.page(
                database.workflows().stream()
                        .map(WorkflowRow::newest)
                        .filter(workflow -> workflow.owner().equals(owner)
                                && workflow.projectId().equals(project)),
                request,
                workflow -> workflow.id().value()));
    }

    @Override
    public boolean update(Workflow replaced) {
        return database.statement(() -> {
            var stored = stored(replaced.owner(), replaced.id())
                    .filter(row -> row.newest().version() == replaced.version() - 1);
            stored.ifPresent(row -> database.workflows().put(replaced.id(), row.replace(replaced)));
            return stored.isPresent();
        });
    }

    @Override
    public boolean delete(UserId owner, WorkflowId id) {
        return database.statement(() -> {
            var stored = stored(owner, id);
            stored.ifPresent(
                    found -> database.removeWorkflows(row -> row.newest().id().equals(id)));
            return stored.isPresent();
        });
    }

    private Optional<WorkflowRow> stored(UserId owner, WorkflowId id) {
        return database.workflows().find(id).filter(row -> row.newest().owner().equals(owner));
    }
}
