package dev.atelier.application;

import static dev.atelier.application.Definitions.chain;
import static dev.atelier.application.Definitions.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.WebSearch.Depth;
import dev.atelier.port.out.run.WebSearch.Findings;
import dev.atelier.port.out.run.WebSearch.Request;
import dev.atelier.port.out.run.WebSearch.Result;
import dev.atelier.testkit.memory.ScriptedWebSearch;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that search the web. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebSearchTest {

    private final TestCore test = new TestCore();
    private final ScriptedWebSearch search = test.adapters.webSearch();

    @Test
    void a_search_gives_its_answer_its_pages_and_all_of_it_in_words() {
        search.answer(request -> findings(
                "Tea is old.", new Result("History", URI.create("https://example.org/1"), "It began in Yunnan.", 0.5)));

        var output = searched(data("History of {{writer}}"));

        assertEquals(
                Set.of("content", "answer", "results", "count"), output.fields().keySet());
        assertEquals("Tea is old.", text(output, "answer"));
        assertEquals("Tea is old.\n\nHistory (https://example.org/1)\nIt began in Yunnan.", text(output, "content"));
        assertEquals("1", text(output, "count"));
        var page = (ObjectValue) ((Value.ListValue) output.field("results").orElseThrow())
                .values()
                .getFirst();
        assertEquals(
                List.of("History", "https://example.org/1", "It began in Yunnan.", "0.5"),
                List.of(text(page, "title"), text(page, "url"), text(page, "content"), text(page, "score")));
    }

    @Test
    void a_search_is_asked_for_as_the_node_says_it() {
        test.adapters.textModel().answer(" green tea ");

        searched(data("History of {{writer}}")
                .with("maxResults", Value.of(3))
                .with("searchDepth", Value.of("advanced"))
                .with("includeDomains", Value.of("a.example, b.example"))
                .with("excludeDomains", Value.of(List.of(Value.of("c.example")))));

        assertEquals(
                List.of(new Request(
                        "History of  green tea",
                        3,
                        Depth.ADVANCED,
                        List.of("a.example", "b.example"),
                        List.of("c.example"))),
                search.requests());
    }

    @Test
    void what_was_found_is_stored_whatever_characters_it_has_and_pages_no_longer_than_they_may_be() {
        var odd = "a\u0000b\ud83d";
        search.answer(request -> findings(
                odd, new Result(odd, URI.create("https://example.org/1"), "x".repeat(SearchStep.PAGE_MAX + 1), 1)));

        var output = searched(data("tea"));

        assertEquals("ab\ufffd", text(output, "answer"));
        assertEquals(
                "ab\ufffd\n\nab\ufffd (https://example.org/1)\n" + "x".repeat(SearchStep.PAGE_MAX),
                text(output, "content"));
    }

    @Test
    void what_a_search_costs_is_the_runs() {
        search.answer(request -> findings("a"));
        var started = test.start(definition(data("tea")));

        try (var worker = test.worker(1)) {
            assertEquals(new BigDecimal("0.008"), test.await(started).usage().costUsd());
        }
    }

    @Test
    void a_query_that_turns_out_to_be_empty_is_not_asked() {
        test.adapters.textModel().answer(" ");
        var started = test.start(definition(data("{{writer}}")));

        try (var worker = test.worker(1)) {
            var run = test.await(started);
            assertEquals(RunStatus.FAILED, run.status());
            assertTrue(run.error().orElseThrow().contains("query is empty"), run::toString);
        }
        assertEquals(List.of(), search.requests());
    }

    @Test
    void a_search_that_is_busy_is_asked_again() {
        search.fail(PortFailure.Retryable.unavailable(Service.WEB_SEARCH, "busy"));

        assertEquals("5", text(searched(data("tea")), "count"));
        assertEquals(2, search.requests().size());
    }

    @Test
    void without_a_search_what_needs_one_is_refused_and_told_what_is_missing() {
        test.withoutWebSearch();
        var definition = definition(data("tea"));

        var refused = assertThrows(DomainException.WorkflowInvalid.class, () -> test.start(definition));
        assertEquals(
                refused.faults(), test.core().workflows().validate(definition).errors());
        assertEquals(
                List.of(WorkflowFault.Code.NOT_CONFIGURED),
                refused.faults().stream().map(WorkflowFault::code).toList());
        var fault = refused.faults().getFirst();
        assertEquals("search", fault.nodeId().orElseThrow());
        assertTrue(fault.message().contains("TAVILY_API_KEY"), fault::message);
    }

    @Test
    void a_run_that_comes_to_a_search_that_is_gone_meanwhile_fails_and_tells_what_is_missing() {
        var started = test.start(definition(data("tea")));
        test.reassemble(TestCore::withoutWebSearch);

        try (var worker = test.worker(1)) {
            var run = test.await(started);
            assertEquals(RunStatus.FAILED, run.status());
            assertTrue(run.error().orElseThrow().contains("TAVILY_API_KEY"), run::toString);
        }
    }

    private ObjectValue searched(ObjectValue data) {
        var started = test.start(definition(data));
        try (var worker = test.worker(1)) {
            var run = test.await(started);
            assertEquals(RunStatus.COMPLETED, run.status(), run::toString);
            return (ObjectValue) run.outputs().field("search").orElseThrow();
        }
    }

    private static ObjectValue definition(ObjectValue data) {
        return chain(
                node("start", "start", ObjectValue.EMPTY),
                node("writer", "text_generation", ObjectValue.EMPTY.with("prompt", Value.of("x"))),
                node("search", "web_search", data),
                node("finish", "finish", ObjectValue.EMPTY));
    }

    private static ObjectValue data(String query) {
        return ObjectValue.EMPTY.with("query", Value.of(query));
    }

    private static Findings findings(String answer, Result... results) {
        var usage = new ModelUsage(ScriptedWebSearch.NAME, 0, 0, 0, new BigDecimal("0.008"));
        return new Findings(answer, List.of(results), usage);
    }

    private static String text(ObjectValue object, String field) {
        return object.field(field).orElseThrow().text();
    }
}
