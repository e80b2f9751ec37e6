package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.json.ValueJson;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

final class JdbiWorkflowRepository implements WorkflowRepository {

    private static final RowMapper<Workflow> WORKFLOW = (row, context) -> new Workflow(
            new WorkflowId(Columns.uuid(row, "id")),
            Columns.owner(row),
            Columns.project(row),
            new WorkflowDetails(row.getString("name"), row.getString("description"), Columns.object(row, "definition")),
            row.getLong("version"),
            Columns.instant(row, "created_at"),
            Columns.instant(row, "updated_at"));

    /** One statement for both tables: there is no workflow without a definition, also outside of a transaction. */
    private static final String INSERT = """
            with inserted as (
                insert into public.workflows
                    (id, owner_id, project_id, name, description, version, created_at, updated_at)
                values (:id, :owner, :project, :name, :description, :version, :createdAt, :updatedAt)
                returning id, version, owner_id)
            insert into public.workflow_versions (workflow_id, version, owner_id, definition)
            select id, version, owner_id, cast(:definition as json) from inserted
            """;

    private static final String UPDATE = """
            with updated as (
                update public.workflows
                set name = :name, description = :description, version = :version, updated_at = :updatedAt
                where id = :id and owner_id = :owner and version = :version - 1
                returning id, version, owner_id)
            insert into public.workflow_versions (workflow_id, version, owner_id, definition)
            select id, version, owner_id, cast(:definition as json) from updated
            """;

    private final Database database;

    JdbiWorkflowRepository(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Workflow workflow) {
        database.insert(handle -> store(handle, INSERT, workflow), () -> new DomainException.NotFound("project"));
    }

    @Override
    public boolean update(Workflow replaced) {
        return database.write(handle -> store(handle, UPDATE, replaced) == 1);
    }

    private static int store(Handle handle, String statement, Workflow workflow) {
        return handle.createUpdate(statement)
                .bind("id", workflow.id().value())
                .bind("owner", workflow.owner().value())
                .bind("project", workflow.projectId().value())
                .bind("name", workflow.details().name())
                .bind("description", workflow.details().description())
                .bind("definition", ValueJson.write(workflow.details().definition()))
                .bind("version", workflow.version())
                .bind("createdAt", Columns.time(workflow.createdAt()))
                .bind("updatedAt", Columns.time(workflow.updatedAt()))
                .execute();
    }

    @Override
    public Optional<Workflow> find(UserId owner, WorkflowId id) {
        return database.read(handle -> handle.createQuery("""
                        select w.*, v.definition from public.workflows w
                        join public.workflow_versions v on v.workflow_id = w.id and v.version = w.version
                        where w.id = :id and w.owner_id = :owner
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(WORKFLOW)
                .findOne());
    }

    @Override
    public Optional<ObjectValue> definition(UserId owner, WorkflowId id, long version) {
        return database.read(handle -> handle.createQuery("""
                        select definition from public.workflow_versions
                        where workflow_id = :id and version = :version and owner_id = :owner
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("version", version)
                .map((row, context) -> Columns.object(row, "definition"))
                .findOne());
    }

    @Override
    public Page<Workflow> list(UserId owner, ProjectId project, PageRequest request) {
        var found = database.read(handle -> handle.createQuery("""
                        select w.*, v.definition from public.workflows w
                        join public.workflow_versions v on v.workflow_id = w.id and v.version = w.version
                        where w.project_id = :project and w.owner_id = :owner and w.id < :before
                        order by w.id desc limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("project", project.value())
                .bind("before", Keyset.before(request))
                .bind("limit", Keyset.limit(request))
                .map(WORKFLOW)
                .list());
        return Page.of(found, request, workflow -> workflow.id().value());
    }

    @Override
    public boolean delete(UserId owner, WorkflowId id) {
        return database.write(
                handle -> handle.createUpdate("delete from public.workflows where id = :id and owner_id = :owner")
                                .bind("id", id.value())
                                .bind("owner", owner.value())
                                .execute()
                        == 1);
    }
}
