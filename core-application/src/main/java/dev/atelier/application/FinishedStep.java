package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.List;
import java.util.Map;

/**
 * What a step gave that has come to its end.
 *
 * @param documents new ones
 * @param files whose objects are complete now
 */
record FinishedStep(ObjectValue output, List<Document> documents, Map<FileId, Content> files) implements StepResult {

    FinishedStep {
        documents = List.copyOf(documents);
        files = Map.copyOf(files);
    }
}
