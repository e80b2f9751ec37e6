package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.web.Answer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Searches with Tavily. */
final class TavilyWebSearch implements WebSearch {

    static final String NAME = "tavily/search";

    private final WebService service;
    private final BigDecimal creditUsd;

    TavilyWebSearch(WebService service, BigDecimal creditUsd) {
        this.service = service;
        this.creditUsd = creditUsd;
    }

    @Override
    public Findings search(Request request) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("query", request.query())
                .put("max_results", request.maxResults())
                .put("search_depth", request.depth().name().toLowerCase(Locale.ROOT))
                .put("include_answer", true)
                .put("include_usage", true);
        request.includeDomains().forEach(body.putArray("include_domains")::add);
        request.excludeDomains().forEach(body.putArray("exclude_domains")::add);
        var call =
                Call.post(Service.WEB_SEARCH, "search the web", "/search", body).hiding(List.of(request.query()));
        return service.call(call, answer -> read(answer, request));
    }

    private Findings read(Answer answer, Request request) {
        var json = TavilyFailures.successful(answer);
        if (!json.path("results").isArray()) {
            throw answer.unusable("the answer has no results");
        }
        var results = StreamSupport.stream(json.path("results").spliterator(), false)
                .flatMap(item -> result(item).stream())
                .sorted(Comparator.comparingDouble(Result::score).reversed())
                .limit(request.maxResults())
                .toList();
        return new Findings(json.path("answer").asText(""), results, usage(json, request.depth()));
    }

    private static Optional<Result> result(JsonNode item) {
        return address(item.path("url").asText())
                .map(url -> new Result(
                        item.path("title").asText(url.getHost()),
                        url,
                        item.path("content").asText(""),
                        Math.clamp(item.path("score").asDouble(), 0.0, 1.0)));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(url -> Set.of("http", "https").contains(String.valueOf(url.getScheme())))
                    .filter(url -> url.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty(); // a page that nobody could open
        }
    }

    /** Credits as told; otherwise as the price list has it. */
    private ModelUsage usage(JsonNode json, Depth depth) {
        var told = json.path("usage").path("credits");
        long credits = told.isNumber() ? Math.clamp(told.asLong(), 0, 1_000) : depth == Depth.BASIC ? 1 : 2;
        return new ModelUsage(NAME, 0, 0, 0, creditUsd.multiply(BigDecimal.valueOf(credits)));
    }
}
