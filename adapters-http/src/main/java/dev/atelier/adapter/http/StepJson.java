package dev.atelier.adapter.http;

import dev.atelier.domain.run.Step;
import dev.atelier.domain.value.Value.ObjectValue;
import java.time.Instant;
import java.util.Optional;

record StepJson(
        String nodeId,
        String type,
        String label,
        int iteration,
        String status,
        int attempt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        ObjectValue output,
        Optional<String> error,
        UsageJson usage) {

    static StepJson of(Step step) {
        return new StepJson(
                step.nodeId().value(),
                step.type(),
                step.label(),
                step.iteration(),
                Fields.spelled(step.status()),
                step.attempt(),
                step.startedAt(),
                step.finishedAt(),
                step.output(),
                step.error(),
                UsageJson.of(step.usage()));
    }
}
