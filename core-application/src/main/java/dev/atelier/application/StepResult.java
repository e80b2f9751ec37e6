package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.List;
import java.util.Map;

/** What became of a step. None of it is stored yet: it becomes so in one transaction, all or nothing. */
sealed interface StepResult permits FinishedStep, WaitingStep {

    static StepResult of(ObjectValue output, List<Document> documents) {
        return new FinishedStep(output, documents, Map.of());
    }

    /** For steps that make nothing. */
    static StepResult of(ObjectValue output) {
        return of(output, List.of());
    }
}
