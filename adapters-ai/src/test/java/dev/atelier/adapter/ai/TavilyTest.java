package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.OutcomeUnknown;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.out.run.WebSearch.Depth;
import dev.atelier.port.out.run.WebSearch.Findings;
import dev.atelier.port.out.run.WebSearch.Request;
import dev.atelier.port.out.run.WebSearch.Result;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TavilyTest {

    private final FakeTavily service = new FakeTavily();
    private final Tavily adapter = service.open();

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }

    @Test
    void a_request_says_all_that_is_wanted() {
        adapter.webSearch()
                .search(new Request("green tea", 3, Depth.ADVANCED, List.of("example.org"), List.of("example.net")));

        assertEquals(
                "{\"query\":\"green tea\",\"max_results\":3,\"search_depth\":\"advanced\",\"include_answer\":true,"
                        + "\"include_usage\":true,\"include_domains\":[\"example.org\"],"
                        + "\"exclude_domains\":[\"example.net\"]}",
                service.bodies().getFirst().toString());
    }

    @Test
    void what_is_found_is_told_with_what_it_cost() {
        var found = adapter.webSearch().search(new Request("tea", 2, Depth.ADVANCED, List.of(), List.of()));

        assertEquals("It is a drink.", found.answer());
        assertEquals(
                new Result("Page 0", URI.create("https://www.example.com/0"), "Tea is a drink.", 0.9),
                found.results().getFirst());
        assertEquals(2, found.results().size());
        assertEquals(new BigDecimal("0.016"), found.usage().costUsd());
    }

    @Test
    void pages_without_an_address_of_the_web_are_left_out() {
        service.server().answers(200, """
                {"query":"tea","answer":null,"results":[{"title":"a","url":"not an address","score":0.9},
                {"title":"b","url":"javascript:alert(1)","score":0.8},{"title":"c","url":"https://c.example/","score":7},
                {"title":"d","url":"https://d.example/","content":null}]}""");

        var found = search();

        assertEquals("", found.answer());
        assertEquals(
                List.of("c.example", "d.example"),
                found.results().stream().map(result -> result.url().getHost()).toList());
        assertEquals(1.0, found.results().getFirst().score());
        assertEquals(new BigDecimal("0.008"), found.usage().costUsd());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'detail':{'error':'Query is too long. Max query length is 400 characters.'}} | Permanent",
                "401 | {'detail':{'error':'Unauthorized: missing or invalid API key.'}} | Permanent",
                "422 | {'detail':[{'type':'missing','loc':['body','query'],'msg':'Field required'}]} | Permanent",
                "432 | {'detail':{'error':'This request exceeds your plan.'}} | Permanent",
                "433 | {'detail':{'error':'This request exceeds the limit.'}} | Permanent",
                "403 | <html>Forbidden</html> | Permanent",
                "429 | {'detail':{'error':'Too many requests.'}} | Retryable",
                "500 | {'detail':{'error':'Internal Server Error'}} | Retryable",
                "502 | <html>Bad gateway</html> | Retryable",
                "504 | {} | OutcomeUnknown",
                "200 | {'detail':{'error':'Something.'}} | Retryable",
                "200 | <html>Welcome</html> | Retryable",
                "200 | {'query':'tea'} | OutcomeUnknown",
                "200 | {'results':[{' | OutcomeUnknown"
            })
    void errors_say_what_they_mean(int status, String body, String failure) {
        service.server().answers(status, body.replace('\'', '"'));

        assertEquals(failure, failure().getClass().getSimpleName());
        assertEquals(1, service.server().requests());
    }

    @Test
    void the_provider_is_quoted_and_the_remedy_told() {
        service.server().answers(422, "{\"detail\":[{\"msg\":\"Field required\"}]}");
        service.server().answers(432, "{\"detail\":{\"error\":\"Exceeded.\"}}");

        assertEquals(
                "Tavily: cannot search the web: status 422: Field required",
                failure().getMessage());
        assertTrue(failure().getMessage().contains("432: Exceeded.; raise the limit of the plan"));
    }

    @Test
    void a_busy_service_says_when_to_come_back() {
        service.server().answers(429, "{}", "Retry-After", "60");

        assertEquals(
                Optional.of(Duration.ofMinutes(1)),
                assertInstanceOf(Retryable.class, failure()).retryAfter());
    }

    @Test
    void a_lost_answer_may_have_been_paid_for() {
        service.server().then(HttpExchange::close);

        assertInstanceOf(OutcomeUnknown.class, failure());
        assertEquals(1, service.server().requests());
    }

    @Test
    void failures_quote_neither_the_key_nor_the_query() {
        service.server().answers(400, "{\"detail\":\"tvly-sesame may not ask for: secret merger plan\"}");

        var message = failure().getMessage();
        assertFalse(message.contains("sesame") || message.contains("merger"), message);
    }

    @Test
    void the_probe_finds_a_wrong_key() {
        adapter.healthProbe().probe();
        var settings = TavilySettings.of(service.server().address(), "tvly-wrong");
        try (var stranger = Tavily.open(settings, InstantSource.system())) {
            assertThrows(Permanent.class, () -> stranger.healthProbe().probe());
            assertEquals("search", stranger.healthProbe().name());
        }
        assertFalse(settings.toString().contains("wrong"));
    }

    private Findings search() {
        return adapter.webSearch().search(new Request("secret merger plan", 5, Depth.BASIC, List.of(), List.of()));
    }

    private PortFailure failure() {
        return assertThrows(PortFailure.class, this::search);
    }
}
