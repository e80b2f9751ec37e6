package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.project.ProjectChange;
import dev.atelier.port.in.project.Projects;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.transaction.Transactions;
import java.time.InstantSource;

final class ProjectService implements Projects {

    private static final int BATCH = 5_000;

    private final ProjectRepository projects;
    private final FileRepository files;
    private final Transactions transactions;
    private final JobQueue queue;
    private final Ids ids;
    private final InstantSource clock;

    ProjectService(
            ProjectRepository projects,
            FileRepository files,
            Transactions transactions,
            JobQueue queue,
            Ids ids,
            InstantSource clock) {
        this.projects = projects;
        this.files = files;
        this.transactions = transactions;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Project create(UserId user, ProjectDetails details) {
        var project = Project.create(ids.project(), user, details, clock.instant());
        projects.insert(project);
        return project;
    }

    @Override
    public Project get(UserId user, ProjectId id) {
        return find(projects, user, id);
    }

    @Override
    public Page<Project> list(UserId user, PageRequest request) {
        return projects.list(user, request);
    }

    @Override
    public Project change(UserId user, ProjectId id, ProjectChange change, Precondition precondition) {
        return OptimisticChange.apply(
                () -> get(user, id),
                Project::revision,
                precondition,
                current -> current.change(
                        new ProjectDetails(
                                change.name().orElse(current.details().name()),
                                change.description().orElse(current.details().description())),
                        clock.instant()),
                projects::update);
    }

    @Override
    public void delete(UserId user, ProjectId id, Precondition precondition) {
        transactions.run(() -> {
            OptimisticChange.require(get(user, id), Project::revision, precondition);
            if (removeFiles(user, id)) {
                queue.enqueue(user, new Task.RemoveDeletedFiles());
            }
            if (!projects.delete(user, id)) {
                throw new DomainException.NotFound("project");
            }
        });
    }

    /** A statement for all of them could take longer than statements may. Returns whether there were any. */
    private boolean removeFiles(UserId user, ProjectId id) {
        int first = files.markAllDeleting(user, id, BATCH);
        for (int marked = first; marked == BATCH; ) {
            marked = files.markAllDeleting(user, id, BATCH);
        }
        return first > 0;
    }

    /** The project that something is about to be put into. */
    static Project find(ProjectRepository projects, UserId user, ProjectId id) {
        return projects.find(user, id).orElseThrow(() -> new DomainException.NotFound("project"));
    }
}
