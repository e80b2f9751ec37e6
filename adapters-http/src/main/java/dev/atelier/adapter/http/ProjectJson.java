package dev.atelier.adapter.http;

import dev.atelier.domain.project.Project;
import java.time.Instant;
import java.util.UUID;

record ProjectJson(UUID id, String name, String description, Instant createdAt, Instant updatedAt) {

    static ProjectJson of(Project project) {
        return new ProjectJson(
                project.id().value(),
                project.details().name(),
                project.details().description(),
                project.createdAt(),
                project.updatedAt());
    }
}
