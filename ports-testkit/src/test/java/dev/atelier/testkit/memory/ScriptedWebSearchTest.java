package dev.atelier.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.run.WebSearch.Depth;
import dev.atelier.port.out.run.WebSearch.Request;
import dev.atelier.testkit.WebSearchContract;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptedWebSearchTest extends WebSearchContract {

    private final ScriptedWebSearch search = new ScriptedWebSearch();

    @Override
    protected WebSearch webSearch() {
        return search;
    }

    @Test
    void itFollowsItsScriptAndThenFindsWhatItMakesUp() {
        var failure = new PortFailure.Permanent(PortFailure.Service.WEB_SEARCH, "no");
        var request = new Request("tea", 3, Depth.ADVANCED, List.of(), List.of());
        search.fail(failure);

        assertSame(failure, assertThrows(PortFailure.Permanent.class, () -> search.search(request)));
        assertEquals(3, search.search(request).results().size());
        assertEquals(List.of(request, request), search.requests());
    }

    @Test
    void requestsAreBounded() {
        var many = Collections.nCopies(151, "example.org");

        assertThrows(IllegalArgumentException.class, () -> new Request(" ", 5, Depth.BASIC, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Request("tea", 0, Depth.BASIC, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Request("tea", 21, Depth.BASIC, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Request("tea", 5, Depth.BASIC, many, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Request("tea", 5, Depth.BASIC, List.of(), many));
    }
}
