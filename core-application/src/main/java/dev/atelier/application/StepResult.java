package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.List;
import java.util.Map;

/**
 * What a step gave. None of it is stored yet: it becomes so in one transaction, all or nothing.
 *
 * @param documents new ones
 * @param files whose objects are complete now
 */
record StepResult(ObjectValue output, Usage usage, List<Document> documents, Map<FileId, Content> files) {

    StepResult {
        documents = List.copyOf(documents);
        files = Map.copyOf(files);
    }

    static StepResult of(ObjectValue output, Usage usage, List<Document> documents) {
        return new StepResult(output, usage, documents, Map.of());
    }
}
