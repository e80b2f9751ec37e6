package dev.atelier.adapter.http;

import dev.atelier.domain.search.FoundPassage;
import java.util.List;
import java.util.UUID;

record PassagesJson(List<PassageJson> passages) {

    record PassageJson(UUID documentId, String title, String content, double score, LocationJson location) {

        private static PassageJson of(FoundPassage found) {
            var passage = found.passage();
            return new PassageJson(
                    passage.document().value(),
                    found.title(),
                    passage.text(),
                    found.score(),
                    LocationJson.of(passage.location()));
        }
    }

    static PassagesJson of(List<FoundPassage> found) {
        return new PassagesJson(found.stream().map(PassageJson::of).toList());
    }
}
