package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.project.ProjectChange;
import dev.atelier.port.in.project.Projects;
import java.util.function.Supplier;

/** Projects of which every call ends in the same way. */
record StubProjects(Supplier<RuntimeException> outcome) implements Projects {

    @Override
    public Project create(UserId user, ProjectDetails details) {
        throw outcome.get();
    }

    @Override
    public Project get(UserId user, ProjectId id) {
        throw outcome.get();
    }

    @Override
    public Page<Project> list(UserId user, PageRequest request) {
        throw outcome.get();
    }

    @Override
    public Project change(UserId user, ProjectId id, ProjectChange change, Precondition precondition) {
        throw outcome.get();
    }

    @Override
    public void delete(UserId user, ProjectId id, Precondition precondition) {
        throw outcome.get();
    }
}
