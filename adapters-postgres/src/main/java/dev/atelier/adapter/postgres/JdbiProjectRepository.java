package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.project.ProjectRepository;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

final class JdbiProjectRepository implements ProjectRepository {

    private static final RowMapper<Project> PROJECT = (row, context) -> new Project(
            new ProjectId(Columns.uuid(row, "id")),
            Columns.owner(row),
            new ProjectDetails(row.getString("name"), row.getString("description")),
            Columns.instant(row, "created_at"),
            Columns.instant(row, "updated_at"),
            row.getLong("revision"));

    private final Database database;

    JdbiProjectRepository(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Project project) {
        database.insert(
                handle -> handle.createUpdate("""
                                insert into public.projects
                                    (id, owner_id, name, description, created_at, updated_at, revision)
                                values (:id, :owner, :name, :description, :createdAt, :updatedAt, :revision)
                                """)
                        .bind("id", project.id().value())
                        .bind("owner", project.owner().value())
                        .bind("name", project.details().name())
                        .bind("description", project.details().description())
                        .bind("createdAt", Columns.time(project.createdAt()))
                        .bind("updatedAt", Columns.time(project.updatedAt()))
                        .bind("revision", project.revision())
                        .execute(),
                DomainException.UserNotProvisioned::new);
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectId id) {
        return database.read(
                handle -> handle.createQuery("select * from public.projects where id = :id and owner_id = :owner")
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .map(PROJECT)
                        .findOne());
    }

    @Override
    public Page<Project> list(UserId owner, PageRequest request) {
        var found = database.read(handle -> handle.createQuery("""
                        select * from public.projects where owner_id = :owner and id < :before
                        order by id desc limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("before", Keyset.before(request))
                .bind("limit", Keyset.limit(request))
                .map(PROJECT)
                .list());
        return Page.of(found, request, project -> project.id().value());
    }

    @Override
    public boolean update(Project changed) {
        return database.write(handle -> handle.createUpdate("""
                        update public.projects
                        set name = :name, description = :description, updated_at = :updatedAt, revision = :revision
                        where id = :id and owner_id = :owner and revision = :revision - 1
                        """)
                        .bind("id", changed.id().value())
                        .bind("owner", changed.owner().value())
                        .bind("name", changed.details().name())
                        .bind("description", changed.details().description())
                        .bind("updatedAt", Columns.time(changed.updatedAt()))
                        .bind("revision", changed.revision())
                        .execute()
                == 1);
    }

    @Override
    public boolean delete(UserId owner, ProjectId id) {
        return database.write(
                handle -> handle.createUpdate("delete from public.projects where id = :id and owner_id = :owner")
                                .bind("id", id.value())
                                .bind("owner", owner.value())
                                .execute()
                        == 1);
    }
}
