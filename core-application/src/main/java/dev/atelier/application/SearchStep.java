package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.run.WebSearch.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches the web, and puts what it found into words that a prompt can draw on. */
final class SearchStep {

    /** How much of a page is kept, in characters (code points): services give excerpts, and nobody means to store a whole book. */
    static final int PAGE_MAX = 20_000;

    private static final int TITLE_MAX = 300;

    private final Optional<WebSearch> search;
    private final PaidCalls calls;

    SearchStep(Optional<WebSearch> search, PaidCalls calls) {
        this.search = search;
        this.calls = calls;
    }

    StepResult execute(StepWork work, Payer payer, Node.WebSearch node) {
        var service =
                search.orElseThrow(() -> new PortFailure.Permanent(Service.WEB_SEARCH, ExecutableNodes.NO_WEB_SEARCH));
        var found = calls.search(payer, service, request(work, node));
        var pages = found.results().stream().map(SearchStep::storable).toList();
        var answer = Texts.cut(Texts.storable(found.answer()), PAGE_MAX);
        var output = ObjectValue.EMPTY
                .with("content", Value.of(inWords(answer, pages)))
                .with("answer", Value.of(answer))
                .with("results", Value.of(pages.stream().map(SearchStep::value).toList()))
                .with("count", Value.of(pages.size()));
        return StepResult.of(output);
    }

    private static WebSearch.Request request(StepWork work, Node.WebSearch node) {
        var query = work.render(node.query()).strip();
        if (query.isEmpty()) {
            throw new DomainException.ValidationFailed("query", "is empty now that what it refers to is known");
        }
        return new WebSearch.Request(
                query,
                node.maxResults(),
                switch (node.depth()) {
                    case BASIC -> WebSearch.Depth.BASIC;
                    case ADVANCED -> WebSearch.Depth.ADVANCED;
                },
                node.includeDomains(),
                node.excludeDomains());
    }

    private static Result storable(Result page) {
        return new Result(
                Texts.cut(Texts.storable(page.title()), TITLE_MAX),
                page.url(),
                Texts.cut(Texts.storable(page.content()), PAGE_MAX),
                page.score());
    }

    /** The answer, then page after page with its address, so that what is written of it can name its sources. */
    private static String inWords(String answer, List<Result> pages) {
        return Stream.concat(
                        Stream.of(answer).filter(text -> !text.isBlank()),
                        pages.stream().map(page -> "%s (%s)\n%s".formatted(page.title(), page.url(), page.content())))
                .collect(Collectors.joining("\n\n"));
    }

    private static ObjectValue value(Result page) {
        return ObjectValue.EMPTY
                .with("title", Value.of(page.title()))
                .with("url", Value.of(page.url().toString()))
                .with("content", Value.of(page.content()))
                .with("score", Value.of(BigDecimal.valueOf(page.score())));
    }
}
