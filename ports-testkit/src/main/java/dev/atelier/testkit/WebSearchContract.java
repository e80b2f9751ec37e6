package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.run.WebSearch.Depth;
import dev.atelier.port.out.run.WebSearch.Request;
import dev.atelier.port.out.run.WebSearch.Result;
import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link WebSearch}, of which nobody can say beforehand what it finds. Failures are for the adapters. */
@Timeout(120)
public abstract class WebSearchContract {

    /** The search under test; it may find nothing. */
    protected abstract WebSearch webSearch();

    @Test
    void itFindsNoMoreThanIsWanted() {
        for (int wanted : List.of(1, 5, Request.RESULTS_MAX)) {
            assertTrue(find(wanted, List.of(), List.of()).size() <= wanted);
        }
    }

    @Test
    void theBestComeFirst() {
        var scores = find(Request.RESULTS_MAX, List.of(), List.of()).stream()
                .map(Result::score)
                .toList();

        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
        assertTrue(scores.stream().allMatch(score -> score >= 0 && score <= 1), scores::toString);
    }

    @Test
    void pagesHaveAddressesOfTheWeb() {
        for (var result : find(Request.RESULTS_MAX, List.of(), List.of())) {
            assertTrue(
                    Set.of("http", "https").contains(String.valueOf(result.url().getScheme())));
            assertFalse(String.valueOf(result.url().getHost()).isBlank());
        }
    }

    @Test
    void domainsAreKeptTo() {
        assertTrue(find(5, List.of("example.org"), List.of()).stream()
                .allMatch(result -> belongs(result.url(), "example.org")));
        assertTrue(find(5, List.of(), List.of("example.org")).stream()
                .noneMatch(result -> belongs(result.url(), "example.org")));
    }

    private static boolean belongs(URI url, String domain) {
        return url.getHost().equals(domain) || url.getHost().endsWith("." + domain);
    }

    @Test
    void itSaysWhatItUsed() {
        var usage = webSearch()
                .search(new Request("green tea", 5, Depth.BASIC, List.of(), List.of()))
                .usage();

        assertFalse(usage.model().isBlank());
        assertEquals(0, usage.inputTokens() + usage.outputTokens() + usage.images());
        assertTrue(usage.costUsd().signum() >= 0);
    }

    @Test
    void itTakesEveryLegalRequest() {
        var domains = Collections.nCopies(Request.DOMAINS_MAX, "example.net");
        for (var depth : Depth.values()) {
            webSearch().search(new Request(Samples.ODD_TEXT, Request.RESULTS_MAX, depth, domains, domains));
        }
    }

    @Test
    void manyCanAskAtOnce() {
        var outcomes = Concurrently.all(8, () -> find(3, List.of(), List.of()).size() <= 3);

        assertFalse(outcomes.contains(false));
    }

    private List<Result> find(int maxResults, List<String> includeDomains, List<String> excludeDomains) {
        return webSearch()
                .search(new Request("green tea", maxResults, Depth.BASIC, includeDomains, excludeDomains))
                .results();
    }
}
