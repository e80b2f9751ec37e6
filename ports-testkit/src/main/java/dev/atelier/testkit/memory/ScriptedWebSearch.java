package dev.atelier.testkit.memory;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.WebSearch;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what it is told, in the order in which it was told, and otherwise made-up pages about the query. It costs nothing.
 * Safe for use by many threads.
 */
public final class ScriptedWebSearch implements WebSearch {

    /** What it is called in usages. */
    public static final String NAME = "memory/scripted-search";

    private final Script<Request, Findings> script = new Script<>(ScriptedWebSearch::madeUp);

    /** The next call that has no answer yet is answered by {@code answer}, which may block or throw. */
    public ScriptedWebSearch answer(Function<Request, Findings> answer) {
        script.add(answer);
        return this;
    }

    /** The next call that has no answer yet fails. */
    public ScriptedWebSearch fail(PortFailure failure) {
        return answer(request -> {
            throw failure;
        });
    }

    /** What it was asked so far, the first request first. */
    public List<Request> requests() {
        return script.requests();
    }

    @Override
    public Findings search(Request request) {
        return script.play(request);
    }

    private static Findings madeUp(Request request) {
        var domains = Stream.concat(
                        request.includeDomains().stream(),
                        request.includeDomains().isEmpty()
                                ? Stream.of("example.org", "example.com")
                                : Stream.<String>empty())
                .filter(domain -> !request.excludeDomains().contains(domain))
                .toList();
        var results = domains.isEmpty()
                ? List.<Result>of()
                : IntStream.range(0, request.maxResults())
                        .mapToObj(i -> page(request.query(), domains.get(i % domains.size()), i))
                        .toList();
        return new Findings("About " + request.query(), results, new ModelUsage(NAME, 0, 0, 0, BigDecimal.ZERO));
    }

    private static Result page(String query, String domain, int rank) {
        var url = URI.create("https://%s/%d".formatted(domain, rank + 1));
        return new Result(query + ", page " + (rank + 1), url, "What is said about " + query, 1.0 / (rank + 1));
    }
}
