package dev.atelier.domain.workflow;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import java.time.Instant;

/**
 * A graph of steps that a user has drawn.
 *
 * @param version counts its definitions from 1; runs name the one that they work on
 */
public record Workflow(
        WorkflowId id,
        UserId owner,
        ProjectId projectId,
        WorkflowDetails details,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public static Workflow create(
            WorkflowId id, UserId owner, ProjectId projectId, WorkflowDetails details, Instant at) {
        return new Workflow(id, owner, projectId, details, 1, at, at);
    }

    /** The next version of it. */
    public Workflow replace(WorkflowDetails replacement, Instant at) {
        return new Workflow(id, owner, projectId, replacement, version + 1, createdAt, at);
    }
}
