package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.OutcomeUnknown;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.out.run.ImageModel.Image;
import dev.atelier.port.out.run.ImageModel.Request;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenRouterImageModelTest {

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final OpenRouter adapter = service.open();

    @BeforeEach
    void knowTheModels() {
        adapter.modelCatalog().models(); // so that the next answer is that of the model
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }

    @Test
    void a_request_says_all_that_is_wanted() {
        adapter.imageModel()
                .paint(new Request("A pot of tea", Optional.empty(), AspectRatio.TALL, "high", "watercolour"));

        var body = service.bodies().getFirst();
        assertEquals("google/gemini-2.5-flash-image", body.get("model").asText());
        assertEquals("9:16", body.at("/image_config/aspect_ratio").asText());
        assertEquals("high", body.at("/image_config/quality").asText());
        assertEquals(
                "A pot of tea\n\nStyle: watercolour",
                body.at("/messages/0/content").asText());
        assertEquals("[\"image\",\"text\"]", body.get("modalities").toString());
    }

    @Test
    void a_model_that_only_paints_is_not_asked_to_write() {
        adapter.imageModel()
                .paint(new Request(
                        "A pot of tea", Optional.of("black-forest-labs/flux.2-pro"), AspectRatio.SQUARE, "", ""));

        assertEquals(
                "[\"image\"]", service.bodies().getFirst().get("modalities").toString());
    }

    @Test
    void a_picture_is_painted_also_when_the_list_of_models_cannot_be_had() {
        service.server().answers(404, "");
        try (var fresh = service.open()) {
            var image =
                    fresh.imageModel().paint(new Request("A pot of tea", Optional.empty(), AspectRatio.SQUARE, "", ""));

            assertEquals("image/png", image.contentType());
        }
    }

    @Test
    void usage_is_exact() {
        var usage = paint().usage();

        assertEquals("google/gemini-2.5-flash-image", usage.model());
        assertEquals(1_290, usage.outputTokens());
        assertEquals(new BigDecimal("0.0387021"), usage.costUsd());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"images\":[{\"image_url\":{\"url\":\"data:image/jpeg;base64,AQID\"}}]",
                "\"images\":[{\"image_url\":\"data:image/jpeg;base64,AQID\"}]",
                "\"images\":[\"data:image/jpeg;base64,AQID\"]",
                "\"content\":[{\"type\":\"text\",\"text\":\"Here\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/jpeg;base64,AQ\\nID\"}}]",
                "\"content\":\"Here\",\"images\":[{\"image_url\":{\"url\":\"data:image/jpeg;name=a.jpg;base64,AQID\"}}]"
            })
    void a_picture_is_found_wherever_it_is(String message) {
        answers(message);

        var image = paint();

        assertEquals("image/jpeg", image.contentType());
        assertArrayEquals(new byte[] {1, 2, 3}, image.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"content\":\"I would rather not paint the secret plan.\"",
                "\"images\":[]",
                "\"images\":[{\"image_url\":{\"url\":\"https://example.org/a.png\"}}]",
                "\"images\":[{\"image_url\":{\"url\":\"data:image/svg+xml;base64,AQID\"}}]",
                "\"images\":[{\"image_url\":{\"url\":\"data:text/html;base64,AQID\"}}]",
                "\"images\":[{\"image_url\":null}]"
            })
    void no_picture_is_a_clear_failure(String message) {
        answers(message);

        var failure = assertInstanceOf(Permanent.class, failure());

        assertTrue(failure.getMessage().contains("the model gave no picture"), failure::getMessage);
        assertFalse(failure.getMessage().contains("secret"), failure::getMessage);
    }

    @Test
    void half_a_picture_is_none() {
        answers("\"images\":[{\"image_url\":{\"url\":\"data:image/png;base64,A\"}}]");
        answers("\"images\":[{\"image_url\":{\"url\":\"data:image/png;base64,\"}}]");

        assertInstanceOf(OutcomeUnknown.class, failure());
        assertInstanceOf(OutcomeUnknown.class, failure());
    }

    @Test
    void errors_say_what_they_mean() {
        service.server().answers(200, "{\"error\":{\"code\":503,\"message\":\"No provider\"}}");
        service.server().answers(400, "{\"error\":{\"code\":400,\"message\":\"Safety\"}}");
        service.server().answers(200, "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{}}]}");

        assertInstanceOf(Retryable.class, failure());
        assertInstanceOf(Permanent.class, failure());
        assertTrue(assertInstanceOf(Permanent.class, failure()).getMessage().contains("filter"));
    }

    @Test
    void a_picture_that_is_too_large_is_not_read() {
        answers("\"images\":[{\"image_url\":{\"url\":\"data:image/png;base64," + "A".repeat(20_000_000) + "\"}}]");

        assertTrue(failure().getMessage().endsWith("the answer is larger than 20000000 bytes"));
    }

    private void answers(String message) {
        service.server().answers(200, """
                {"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{%s}}],"usage":{"cost":0.1}}""".formatted(message));
    }

    private Image paint() {
        return adapter.imageModel()
                .paint(new Request("Paint the secret plan", Optional.empty(), AspectRatio.SQUARE, "", ""));
    }

    private PortFailure failure() {
        return assertThrows(PortFailure.class, this::paint);
    }
}
