package dev.atelier.adapter.http;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import java.time.Instant;
import java.util.UUID;

record WorkflowJson(
        UUID id,
        UUID projectId,
        String name,
        String description,
        ObjectValue definition,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static WorkflowJson of(Workflow workflow) {
        return new WorkflowJson(
                workflow.id().value(),
                workflow.projectId().value(),
                workflow.details().name(),
                workflow.details().description(),
                workflow.details().definition(),
                workflow.version(),
                workflow.createdAt(),
                workflow.updatedAt());
    }
}
