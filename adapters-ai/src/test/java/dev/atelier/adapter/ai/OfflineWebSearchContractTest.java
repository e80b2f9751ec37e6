package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.run.WebSearch;
import dev.atelier.testkit.WebSearchContract;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineWebSearchContractTest extends WebSearchContract {

    @Override
    protected WebSearch webSearch() {
        return OfflineModels.webSearch();
    }

    @Test
    void it_makes_up_pages_about_the_subject_and_says_so() {
        var found = find("What do people say about green tea?", List.of());

        assertEquals(5, found.results().size());
        assertTrue(found.results().stream()
                .allMatch(page ->
                        page.title().contains("green tea") && page.content().contains("green tea")));
        assertEquals(
                URI.create("https://example.org/overview/green-tea"),
                found.results().getFirst().url());
        assertTrue(found.answer().startsWith("Nothing was looked up"), found::answer);
        assertEquals("offline/search", found.usage().model());
        assertEquals(found, find("What do people say about green tea?", List.of()));
    }

    @Test
    void it_answers_in_portuguese_what_was_asked_in_it() {
        var found = find("Quais são as tendências sobre café especial?", List.of());

        assertTrue(found.answer().contains("café especial"), found::answer);
        assertTrue(found.answer().startsWith("Nada foi pesquisado"), found::answer);
    }

    @Test
    void its_pages_are_on_the_domains_that_are_wanted_and_on_no_other() {
        assertEquals(
                List.of("shop.example.net", "shop.example.net"),
                find("tea", List.of("Shop.example.net", "no domain")).results().stream()
                        .map(page -> page.url().getHost())
                        .limit(2)
                        .toList());
        assertEquals(List.of(), find("tea", List.of("no domain")).results());
    }

    private WebSearch.Findings find(String query, List<String> domains) {
        return webSearch().search(new WebSearch.Request(query, 5, WebSearch.Depth.BASIC, domains, List.of()));
    }
}
