package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.run.WebSearch;
import dev.atelier.testkit.WebSearchContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineWebSearchContractTest extends WebSearchContract {

    @Override
    protected WebSearch webSearch() {
        return OfflineModels.webSearch();
    }

    @Test
    void it_finds_nothing_and_says_why() {
        var found = webSearch().search(new WebSearch.Request("tea", 5, WebSearch.Depth.BASIC, List.of(), List.of()));

        assertEquals(List.of(), found.results());
        assertTrue(found.answer().contains("not searched"), found::answer);
        assertEquals("offline/search", found.usage().model());
    }
}
