package dev.atelier.adapter.http;

import dev.atelier.domain.search.Citation;
import java.util.List;
import java.util.UUID;

/** @param number by which the answer refers to it: {@code [1]} */
record CitationJson(int number, UUID documentId, String title, String quote, LocationJson location) {

    static List<CitationJson> of(List<Citation> citations) {
        return citations.stream()
                .map(citation -> new CitationJson(
                        citation.number(),
                        citation.source().passage().document().value(),
                        citation.source().title(),
                        citation.quote(),
                        LocationJson.of(citation.location())))
                .toList();
    }
}
