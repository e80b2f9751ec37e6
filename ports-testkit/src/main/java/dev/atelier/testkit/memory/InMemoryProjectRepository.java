package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.project.ProjectRepository;
import java.util.Optional;

final class InMemoryProjectRepository implements ProjectRepository {

    private final InMemoryDatabase database;

    InMemoryProjectRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void insert(Project project) {
        database.run(() -> {
            database.requireUser(project.owner());
            InMemoryDatabase.requireNew(database.projects().find(project.id()));
            database.projects().put(project.id(), project);
        });
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectId id) {
        return database.statement(() -> database.project(owner, id));
    }

    @Override
    public Page<Project> list(UserId owner, PageRequest request) {
        return database.statement(() -> Listing.page(
                database.projects().stream().filter(project -> project.owner().equals(owner)),
                request,
                project -> project.id().value()));
    }

    @Override
    public boolean update(Project changed) {
        return database.statement(() -> {
            var stored = database.project(changed.owner(), changed.id())
                    .filter(project -> project.revision() == changed.revision() - 1);
            stored.ifPresent(project -> database.projects().put(project.id(), changed));
            return stored.isPresent();
        });
    }

    @Override
    public boolean delete(UserId owner, ProjectId id) {
        return database.statement(() -> {
            var stored = database.project(owner, id);
            stored.ifPresent(project -> database.removeProject(id));
            return stored.isPresent();
        });
    }
}
