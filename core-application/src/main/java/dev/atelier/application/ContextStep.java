package dev.atelier.application;

import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.SearchMode;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.port.in.search.SearchRequest;
import dev.atelier.port.out.search.PassageIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds what stands about something in the documents of the project. Projects of today have no folders: {@code folderIds} narrows nothing.
 */
final class ContextStep {

    private final Retrieval retrieval;

    ContextStep(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    StepResult execute(StepWork work, Payer payer, Node.ContextRetrieval node) {
        var run = work.run();
        var query = Texts.cut(Texts.storable(work.render(node.query())), SearchRequest.QUERY_MAX);
        if (query.isBlank()) {
            return StepResult.of(output(List.of()));
        }
        var found = retrieval.find(
                payer,
                new SearchScope(run.owner(), run.projectId()),
                query,
                node.useRag() ? SearchMode.HYBRID : SearchMode.KEYWORD,
                Math.clamp(node.maxResults(), 1, PassageIndex.LIMIT_MAX));
        return StepResult.of(output(found.passages()));
    }

    private static ObjectValue output(List<FoundPassage> found) {
        var content = found.stream().map(each -> each.passage().subject()).collect(Collectors.joining("\n\n"));
        return ObjectValue.EMPTY
                .with("content", Value.of(content))
                .with("context", Value.of(content))
                .with("documents", Value.of(documents(found)))
                .with("count", Value.of(found.size()));
    }

    /** Each once, with what was found of it. */
    private static List<Value> documents(List<FoundPassage> found) {
        var passages = new LinkedHashMap<String, List<FoundPassage>>();
        found.forEach(each -> passages.computeIfAbsent(
                        each.passage().document().value().toString(), id -> new ArrayList<>())
                .add(each));
        var documents = new ArrayList<Value>();
        passages.forEach((id, own) -> documents.add(ObjectValue.EMPTY
                .with("id", Value.of(id))
                .with("title", Value.of(own.getFirst().title()))
                .with(
                        "content",
                        Value.of(
                                own.stream().map(each -> each.passage().text()).collect(Collectors.joining("\n\n"))))));
        return documents;
    }
}
