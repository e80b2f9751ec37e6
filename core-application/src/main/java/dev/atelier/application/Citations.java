package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.search.Citation;
import dev.atelier.domain.search.CitedAnswer;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Location;
import dev.atelier.domain.search.Quotation;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.search.PassageIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what an answer rests on. What does not stand in its document, as that is now, is not cited. */
final class Citations {

    private final PassageIndex index;
    private final DocumentRepository documents;

    Citations(PassageIndex index, DocumentRepository documents) {
        this.index = index;
        this.documents = documents;
    }

    /** @param sources what the answer was made from; it refers to the first as {@code [1]} */
    List<Citation> of(SearchScope scope, String answer, List<FoundPassage> sources) {
        var citations = new ArrayList<Citation>();
        Map<DocumentId, Optional<Document>> known = new HashMap<>();
        CitedAnswer.statements(answer).forEach((number, statement) -> {
            if (number >= 1 && number <= sources.size()) {
                var source = sources.get(number - 1);
                var document =
                        known.computeIfAbsent(source.passage().document(), id -> documents.find(scope.owner(), id));
                document.flatMap(found -> cite(scope, number, source, statement, found))
                        .ifPresent(citations::add);
            }
        });
        return citations;
    }

    private Optional<Citation> cite(
            SearchScope scope, int number, FoundPassage source, String statement, Document document) {
        return Quotation.nearest(statement, source.passage().text())
                .flatMap(quotation -> locate(scope, source, quotation, document)
                        .map(location -> new Citation(number, source, quotation.words(), location)));
    }

    /** In the content of the document; the words of one that is marked up stand in its passages, as a reader sees them. */
    private Optional<Location> locate(SearchScope scope, FoundPassage source, Quotation quotation, Document document) {
        var passage = source.passage();
        var content = document.details().content();
        int start = Math.min(passage.location().start(), content.length());
        int end = Math.min(passage.location().end(), content.length());
        var inContent = Quotation.find(quotation.words(), content.substring(start, end));
        return inContent
                .map(found -> passage.location().part(found.start(), found.end()))
                .or(() -> Optional.of(passage.location())
                        .filter(whole -> isIndexed(scope, passage.document(), quotation)));
    }

    private boolean isIndexed(SearchScope scope, DocumentId document, Quotation quotation) {
        return index.passages(scope.owner(), document).stream()
                .anyMatch(passage ->
                        Quotation.find(quotation.words(), passage.text()).isPresent());
    }
}
