package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.value.Value;
import java.util.List;

/** Ids of documents as outputs of steps. */
final class DocumentIds {

    private DocumentIds() {}

    static Value of(List<Document> documents) {
        return Value.of(documents.stream()
                .map(document -> Value.of(document.id().value().toString()))
                .toList());
    }
}
