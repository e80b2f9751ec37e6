package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.OutcomeUnknown;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.testkit.SettableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors, the list of models, and what belongs to all. */
@Timeout(60)
class OpenRouterTest {

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T18:00:00Z"));
    private final OpenRouter adapter = service.open(clock);

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }

    @Test
    void the_texts_are_sent_in_one_request() {
        embed("tea", "coffee");

        assertEquals(
                "[\"tea\",\"coffee\"]", service.bodies().getFirst().get("input").toString());
        assertEquals(1, service.server().requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | OutcomeUnknown",
                "[{'index':0,'embedding':[1,2,3]}] | Permanent",
                "[{'index':0,'embedding':'AAAA'}] | Permanent",
                "[{'index':1,'embedding':N}] | OutcomeUnknown",
                "[{'index':-1,'embedding':N}] | OutcomeUnknown",
                "[{'index':0,'embedding':Z}] | OutcomeUnknown",
                "[{'index':0,'embedding':X}] | OutcomeUnknown"
            })
    void vectors_that_do_not_fit_are_refused(String data, String failure) {
        var numbers = "[1" + ",0.5".repeat(FakeOpenRouter.DIMENSION - 1) + "]";
        service.server()
                .answers(
                        200,
                        "{\"data\":%s}"
                                .formatted(data.replace('\'', '"')
                                        .replace("N", numbers)
                                        .replace("Z", numbers.replaceAll("[1-9]", "0"))
                                        .replace("X", numbers.replace("1", "1e99"))));

        assertEquals(
                failure,
                assertThrows(PortFailure.class, () -> embed("tea")).getClass().getSimpleName());
    }

    @Test
    void a_vector_without_index_belongs_to_its_place() {
        var numbers = "[1" + ",0.5".repeat(FakeOpenRouter.DIMENSION - 1) + "]";
        service.server().answers(200, "{\"data\":[{\"embedding\":%s}]}".formatted(numbers));

        assertEquals(0.5f, embed("tea").vectors().getFirst()[1]);
    }

    @Test
    void refused_texts_are_not_quoted() {
        service.server().answers(400, "{\"error\":{\"code\":400,\"message\":\"bad: the secret merger plan\"}}");

        var failure = assertThrows(Permanent.class, () -> embed("the secret merger plan"));

        assertFalse(failure.getMessage().contains("merger"), failure::getMessage);
    }

    @Test
    void models_have_what_they_give_and_their_prices() {
        var catalog = adapter.modelCatalog();

        var painter = catalog.find("google/gemini-2.5-flash-image").orElseThrow();
        assertEquals(Set.of(Output.TEXT, Output.IMAGE), painter.outputs());
        assertEquals(32_768, painter.contextTokens());
        assertEquals("Nano Banana", painter.title());
        assertEquals(
                Optional.of(new Prices(new BigDecimal("0.0000003"), new BigDecimal("0.00003"), BigDecimal.ZERO)),
                painter.prices());
        assertEquals(
                new BigDecimal("0.03"),
                catalog.find("black-forest-labs/flux.2-pro")
                        .orElseThrow()
                        .prices()
                        .orElseThrow()
                        .perCall());
        assertEquals(
                Optional.empty(), catalog.find("openrouter/auto").orElseThrow().prices());
        assertEquals(
                "openrouter/auto", catalog.find("openrouter/auto").orElseThrow().title());
        assertEquals(Optional.empty(), catalog.find("example/voice"));
        assertEquals(List.of("/api/models?output_modalities=all"), service.paths());
    }

    @Test
    void the_list_is_asked_for_once_an_hour() {
        adapter.modelCatalog().models();
        clock.advance(Duration.ofMinutes(59));
        adapter.modelCatalog().models();
        assertEquals(1, service.server().requests());

        clock.advance(Duration.ofMinutes(1));
        adapter.modelCatalog().models();
        assertEquals(2, service.server().requests());
    }

    @Test
    void an_old_list_is_better_than_none_for_a_day() {
        var models = adapter.modelCatalog().models();
        clock.advance(Duration.ofHours(23));
        fail();
        assertEquals(models, adapter.modelCatalog().models());

        clock.advance(Duration.ofHours(1));
        fail();
        assertThrows(Retryable.class, () -> adapter.modelCatalog().models());
    }

    @Test
    void a_list_that_cannot_be_had_is_not_asked_for_by_everybody() {
        fail();
        assertThrows(Retryable.class, () -> adapter.modelCatalog().models());
        int asked = service.server().requests();
        clock.advance(Duration.ofSeconds(29));
        assertThrows(Retryable.class, () -> adapter.modelCatalog().models());
        assertEquals(asked, service.server().requests());

        clock.advance(Duration.ofSeconds(1));
        assertFalse(adapter.modelCatalog().models().isEmpty());
    }

    private void fail() {
        service.server().answers(503, "").answers(503, "").answers(503, "");
    }

    @Test
    void the_probe_finds_a_wrong_key() {
        adapter.healthProbe().probe();
        var settings = OpenRouterSettings.of(service.settings().baseUrl(), "sk-wrong", "m", "m");
        try (var stranger = OpenRouter.open(settings, clock)) {
            var failure =
                    assertThrows(Permanent.class, () -> stranger.healthProbe().probe());

            assertEquals("models", stranger.healthProbe().name());
            assertFalse(failure.getMessage().contains("sk-wrong"), failure::getMessage);
        }
    }

    @Test
    void a_wrong_address_is_told() {
        var nowhere = URI.create(service.settings().baseUrl() + "v2");
        try (var lost = OpenRouter.open(OpenRouterSettings.of(nowhere, FakeOpenRouter.KEY, "m", "m"), clock)) {
            assertThrows(Permanent.class, () -> lost.healthProbe().probe());
        }
    }

    @Test
    void settings_do_not_show_the_key() {
        assertFalse(service.settings().toString().contains("sesame"));
    }

    @Test
    void a_lost_answer_of_a_call_that_costs_may_have_been_given() {
        service.server().then(HttpExchange::close);

        assertInstanceOf(OutcomeUnknown.class, assertThrows(PortFailure.class, () -> embed("tea")));
        assertEquals(1, service.server().requests());
    }

    private Embedder.Embeddings embed(String... texts) {
        return adapter.embedder().embed(new Embedder.Request(List.of(texts)));
    }
}
