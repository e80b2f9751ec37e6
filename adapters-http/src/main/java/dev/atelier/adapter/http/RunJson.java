package dev.atelier.adapter.http;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

record RunJson(
        UUID id,
        UUID workflowId,
        long workflowVersion,
        UUID projectId,
        String status,
        Optional<String> pauseReason,
        int progress,
        Optional<String> currentNodeId,
        ObjectValue inputs,
        ObjectValue outputs,
        Optional<String> error,
        UsageJson usage,
        Optional<BigDecimal> costLimitUsd,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    static RunJson of(Run run) {
        return new RunJson(
                run.id().value(),
                run.workflowId().value(),
                run.workflowVersion(),
                run.projectId().value(),
                Fields.spelled(run.status()),
                run.pauseReason().map(Fields::spelled),
                run.progress(),
                run.currentNode().map(NodeId::value),
                run.inputs(),
                run.outputs(),
                run.error(),
                UsageJson.of(run.usage()),
                run.costLimitUsd(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt());
    }
}
