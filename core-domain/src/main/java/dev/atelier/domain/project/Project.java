package dev.atelier.domain.project;

import dev.atelier.domain.account.UserId;
import java.time.Instant;

/**
 * Where documents, files and workflows live. It belongs to one user.
 *
 * @param revision grows by one with each change
 */
public record Project(
        ProjectId id, UserId owner, ProjectDetails details, Instant createdAt, Instant updatedAt, long revision) {

    public static Project create(ProjectId id, UserId owner, ProjectDetails details, Instant at) {
        return new Project(id, owner, details, at, at, 1);
    }

    /** The next revision of it. */
    public Project change(ProjectDetails changed, Instant at) {
        return new Project(id, owner, changed, createdAt, at, revision + 1);
    }
}
