package dev.atelier.adapter.ai;

import static dev.atelier.adapter.ai.FakeOpenRouter.chunk;
import static dev.atelier.adapter.ai.FakeOpenRouter.finished;
import static dev.atelier.adapter.ai.FakeOpenRouter.usage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.OutcomeUnknown;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.out.run.TextModel.Request;
import dev.atelier.port.out.run.TextModel.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenRouterTextModelTest {

    private static final String PROMPT = "Write about the secret merger of Northwind and Contoso.";

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final OpenRouter adapter = service.open();
    private final List<String> pieces = new ArrayList<>();

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }

    @Test
    void a_request_says_all_that_is_wanted() {
        adapter.textModel()
                .write(
                        new Request(
                                PROMPT,
                                "You are brief.",
                                Optional.of("anthropic/claude-sonnet-4.5"),
                                new BigDecimal("0.25"),
                                OptionalInt.of(50_000),
                                OutputFormat.JSON),
                        piece -> {});

        var body = service.bodies().getFirst();
        assertEquals("anthropic/claude-sonnet-4.5", body.get("model").asText());
        assertEquals("0.25", body.get("temperature").asText());
        assertEquals(32_000, body.get("max_tokens").asInt());
        assertTrue(body.get("stream").asBoolean());
        assertTrue(body.at("/usage/include").asBoolean());
        assertTrue(body.at("/messages/0/content").asText().startsWith("You are brief.\n\n"));
        assertEquals(PROMPT, body.at("/messages/1/content").asText());
    }

    @Test
    void what_is_left_open_is_the_operators_choice() {
        write();

        var body = service.bodies().getFirst();
        assertEquals("openai/gpt-4o-mini", body.get("model").asText());
        assertEquals(8_192, body.get("max_tokens").asInt());
        assertEquals(1, body.get("messages").size());
    }

    @Test
    void usage_is_exact() {
        var usage = write().usage();

        assertEquals("openai/gpt-4o-mini", usage.model());
        assertEquals(11, usage.inputTokens());
        assertEquals(10, usage.outputTokens());
        assertEquals(new BigDecimal("0.00000165"), usage.costUsd());
    }

    @Test
    void a_piece_is_given_before_the_next_one_comes() throws Exception {
        var heard = new CountDownLatch(1);
        service.server().then(exchange -> {
            FakeOpenRouter.stream(exchange, List.of(chunk("one ")));
            boolean inTime = await(heard);
            for (var line : List.of(chunk(inTime ? "two" : "late"), finished("stop"), usage(2), "data: [DONE]")) {
                exchange.getResponseBody().write((line + "\n").getBytes(UTF_8));
            }
        });

        var text = adapter.textModel().write(request(OutputFormat.TEXT), piece -> heard.countDown());

        assertEquals("one two", text.content());
    }

    @Test
    void an_object_is_found_inside_a_fence() {
        service.streams(chunk("```json\n{\"a\": 1}\n```"), finished("stop"), usage(5), "data: [DONE]");

        assertEquals(
                new ObjectValue(Map.of("a", Value.of(1))),
                write(OutputFormat.JSON).fields());
    }

    @Test
    void what_is_no_object_has_no_fields_and_is_kept_because_it_is_paid_for() {
        service.streams(chunk("I cannot {do} that."), finished("stop"), usage(5), "data: [DONE]");

        var text = write(OutputFormat.JSON);

        assertEquals(ObjectValue.EMPTY, text.fields());
        assertEquals(1, text.usage().costUsd().signum());
    }

    @Test
    void an_answer_that_is_not_streamed_is_taken_too() {
        service.server().answers(200, """
                {"model":"local/model","choices":[{"message":{"role":"assistant","content":"All at once."},\
                "finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":3,"cost":0}}""");

        assertEquals("All at once.", write().content());
        assertEquals(List.of("All at once."), pieces);
    }

    @Test
    void a_finished_text_is_kept_when_its_cost_is_cut_off() {
        service.streams(chunk("Done."), finished("stop"));

        var text = write();

        assertEquals("Done.", text.content());
        assertEquals(BigDecimal.ZERO, text.usage().costUsd());
        assertTrue(text.usage().inputTokens() > 0);
        assertTrue(text.usage().outputTokens() > 0);
    }

    @Test
    void a_finished_text_is_kept_when_the_connection_is_cut_after_it() {
        service.server().then(exchange -> {
            FakeOpenRouter.stream(exchange, List.of(chunk("Done."), finished("stop")));
            exchange.getResponseBody().write("data: {\"usa".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
        service.streams(chunk("Done."), finished("stop"), "data: {\"usa");

        assertEquals("Done.", write().content());
        assertEquals("Done.", write().content());
    }

    @Test
    void a_text_that_breaks_off_may_have_been_paid_for() {
        service.streams(chunk("One "), chunk("two"));

        assertInstanceOf(OutcomeUnknown.class, failure());
        assertEquals(List.of("One ", "two"), pieces);
        assertEquals(1, service.server().requests());
    }

    @Test
    void a_connection_that_is_cut_in_the_middle_may_have_been_paid_for() {
        service.server().then(exchange -> {
            FakeOpenRouter.stream(exchange, List.of(chunk("One ")));
            throw new IOException("cut");
        });
        service.server().then(HttpExchange::close);

        assertInstanceOf(OutcomeUnknown.class, failure());
        assertInstanceOf(OutcomeUnknown.class, failure());
        assertEquals(2, service.server().requests());
    }

    @Test
    void an_error_inside_the_stream_says_what_it_means() {
        service.streams(chunk("One "), """
                data: {"id":"gen-1","object":"chat.completion.chunk","provider":"OpenAI","error":{"code":"server_error",\
                "message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""");
        service.streams("data: {\"error\":{\"code\":402,\"message\":\"Insufficient credits\"}}");
        service.streams("data: {\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"Too long\"}}");

        assertInstanceOf(Retryable.class, failure());
        assertInstanceOf(Permanent.class, failure());
        assertInstanceOf(Permanent.class, failure());
    }

    @Test
    void an_error_inside_a_success_says_what_it_means() {
        service.server().answers(200, """
                {"error":{"code":429,"message":"Provider returned error","metadata":{"raw":"m is temporarily rate-limited",\
                "provider_name":"Venice","retry_after_seconds":17}},"user_id":"user_1"}""");
        service.server().answers(200, "{\"error\":{\"code\":403,\"message\":\"Input flagged\"}}");
        service.server().answers(200, "{\"choices\":[{\"error\":{\"code\":502,\"message\":\"Overloaded\"}}]}");

        var busy = assertInstanceOf(Retryable.class, failure());
        assertEquals(Optional.of(Duration.ofSeconds(17)), busy.retryAfter());
        assertTrue(
                busy.getMessage()
                        .endsWith("status 429: Provider returned error (Venice): m is temporarily rate-limited"),
                busy::getMessage);
        assertInstanceOf(Permanent.class, failure());
        assertInstanceOf(Retryable.class, failure());
    }

    @Test
    void what_the_provider_says_in_its_own_json_is_quoted() {
        service.server().answers(400, """
                {"error":{"code":400,"message":"Provider returned error","metadata":{"provider_name":"OpenAI",\
                "raw":"{\\"error\\":{\\"message\\":\\"Unknown parameter: 'foo'.\\"}}"}}}""");

        assertEquals(
                "OpenRouter: cannot write a text: status 400: Provider returned error (OpenAI): Unknown parameter: 'foo'.",
                failure().getMessage());
    }

    @Test
    void a_busy_service_says_when_to_come_back() {
        service.server().answers(429, "{\"error\":{\"code\":429,\"message\":\"slow\"}}", "Retry-After", "7");
        service.server().answers(402, "{\"error\":{\"code\":402,\"message\":\"in flight\"}}", "Retry-After", "3");

        assertEquals(
                Optional.of(Duration.ofSeconds(7)),
                assertInstanceOf(Retryable.class, failure()).retryAfter());
        assertEquals(
                Optional.of(Duration.ofSeconds(3)),
                assertInstanceOf(Retryable.class, failure()).retryAfter());
        assertEquals(2, service.server().requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 413, 422})
    void a_refusal_is_for_good(int status) {
        service.server().answers(status, "{\"error\":{\"code\":%d,\"message\":\"No.\"}}".formatted(status));

        var failure = assertInstanceOf(Permanent.class, failure());

        assertTrue(failure.getMessage().contains("status " + status + ": No."), failure::getMessage);
        assertEquals(1, service.server().requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 529})
    void trouble_passes_but_is_not_for_the_adapter_to_sit_out(int status) {
        service.server().answers(status, "<html><h1>%d</h1></html>".formatted(status));

        assertInstanceOf(Retryable.class, failure());
        assertEquals(1, service.server().requests());
    }

    @Test
    void a_text_without_text_is_none() {
        service.streams(finished("stop"), usage(0), "data: [DONE]");
        service.streams(finished("length"), usage(5), "data: [DONE]");
        service.streams(chunk("So"), finished("content_filter"), usage(1), "data: [DONE]");

        assertInstanceOf(Retryable.class, failure());
        assertTrue(assertInstanceOf(Permanent.class, failure()).getMessage().endsWith("raise maxTokens"));
        assertInstanceOf(Permanent.class, failure());
    }

    @Test
    void a_cost_that_cannot_be_is_none() {
        for (var cost : List.of("-1", "1e-999999999", "1e999999999", "\"much\"")) {
            service.streams(
                    chunk("Done."),
                    finished("stop"),
                    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"cost\":%s}}"
                            .formatted(cost),
                    "data: [DONE]");

            assertEquals(BigDecimal.ZERO, write().usage().costUsd());
        }
    }

    @Test
    void nothing_to_write_about_is_refused_without_asking() {
        var blank = new Request(" ", "", Optional.empty(), BigDecimal.ONE, OptionalInt.empty(), OutputFormat.TEXT);

        assertThrows(Permanent.class, () -> adapter.textModel().write(blank, piece -> {}));
        assertEquals(0, service.server().requests());
    }

    @Test
    void an_interrupt_ends_the_stream_within_two_seconds() throws Exception {
        var heard = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        service.server().then(exchange -> {
            FakeOpenRouter.stream(exchange, List.of(chunk("One ")));
            try {
                while (true) {
                    exchange.getResponseBody().write(": OPENROUTER PROCESSING\n\n".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    await(new CountDownLatch(1), Duration.ofMillis(50));
                }
            } finally {
                closed.countDown();
            }
        });
        var ended = new CompletableFuture<Boolean>();
        var caller = Thread.startVirtualThread(() -> {
            assertThrows(
                    PortFailure.class,
                    () -> adapter.textModel().write(request(OutputFormat.TEXT), piece -> heard.countDown()));
            ended.complete(Thread.currentThread().isInterrupted());
        });
        assertTrue(heard.await(20, TimeUnit.SECONDS));

        caller.interrupt();

        assertTrue(ended.get(2, TimeUnit.SECONDS));
        assertTrue(closed.await(5, TimeUnit.SECONDS));
    }

    @Test
    void failures_quote_neither_the_key_nor_the_prompt() {
        service.server()
                .answers(
                        401,
                        "{\"error\":{\"code\":401,\"message\":\"Bad key %s for '%s'\"}}"
                                .formatted(FakeOpenRouter.KEY, PROMPT));

        var message = failure().getMessage();

        assertFalse(message.contains("sesame"), message);
        assertFalse(message.contains("Northwind"), message);
        assertTrue(message.endsWith("check OPENROUTER_API_KEY"), message);
    }

    private PortFailure failure() {
        return assertThrows(PortFailure.class, this::write);
    }

    private Text write() {
        return write(OutputFormat.TEXT);
    }

    private Text write(OutputFormat format) {
        return adapter.textModel().write(request(format), pieces::add);
    }

    private static Request request(OutputFormat format) {
        return new Request(PROMPT, "", Optional.empty(), new BigDecimal("0.7"), OptionalInt.empty(), format);
    }

    private static boolean await(CountDownLatch latch) {
        return await(latch, Duration.ofSeconds(20));
    }

    private static boolean await(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
