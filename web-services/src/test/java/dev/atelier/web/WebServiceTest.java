package dev.atelier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.OutcomeUnknown;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.PortFailure.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebServiceTest {

    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 2);
    private static final Call PAID =
            Call.post(Service.TEXT_MODEL, "write", "/write", JsonNodeFactory.instance.objectNode());
    private static final Call FREE = Call.get(Service.MODEL_CATALOG, "list", "/list");

    private final ScriptedServer server =
            ScriptedServer.start(exchange -> ScriptedServer.answer(exchange, 200, "{\"ok\":true}"));
    private final WebService service = open(server.address(), SHORT);

    private static WebService open(URI address, Patience patience) {
        return WebService.open(
                "Example",
                address,
                Map.of("Authorization", "Bearer sesame"),
                "sesame",
                patience,
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void headers_path_and_body_arrive() {
        var seen = new CompletableFuture<String>();
        server.then(exchange -> {
            seen.complete("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(204, -1);
        });

        assertEquals(204, service.call(PAID, Answer::status));
        assertEquals("POST /api/write Bearer sesame", seen.join());
    }

    @Test
    void numbers_keep_their_digits() {
        server.answers(200, "{\"cost\":0.0000123456789012345678}");

        assertEquals(
                "0.0000123456789012345678",
                json(PAID).get("cost").decimalValue().toPlainString());
    }

    @Test
    void lines_are_read_as_they_come_whatever_their_ends_and_pieces() {
        server.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            for (var piece : List.of("data: é".substring(0, 7), "!\r\n\nda", "ta: 2\n", "end")) {
                exchange.getResponseBody().write(piece.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        });

        var lines = service.call(PAID, answer -> {
            assertTrue(answer.isEventStream());
            var read = new ArrayList<String>();
            for (var line = answer.nextLine(); line.isPresent(); line = answer.nextLine()) {
                read.add(line.get());
            }
            return read;
        });

        assertEquals(List.of("data: é!", "", "data: 2", "end"), lines);
    }

    @Test
    void a_call_that_may_cost_money_is_not_made_again_once_the_service_has_heard_of_it() {
        server.answers(503, "").then(HttpExchange::close);

        assertInstanceOf(Retryable.class, failure(PAID));
        assertInstanceOf(OutcomeUnknown.class, failure(PAID));
        assertEquals(2, server.requests());
    }

    @Test
    void a_harmless_call_is_made_again_until_it_succeeds() {
        server.answers(503, "").then(HttpExchange::close);

        assertTrue(json(FREE).get("ok").booleanValue());
        assertEquals(3, server.requests());
    }

    @Test
    void a_harmless_call_is_not_made_again_for_ever() {
        server.answers(503, "").answers(429, "").answers(500, "");

        assertInstanceOf(Retryable.class, failure(FREE));
        assertEquals(3, server.requests());
    }

    @Test
    void what_is_refused_for_good_is_not_asked_again() {
        server.answers(404, "");

        assertInstanceOf(Permanent.class, failure(FREE));
        assertEquals(1, server.requests());
    }

    @Test
    void a_service_that_asks_for_rest_gets_it() {
        server.answers(429, "", "Retry-After", "1");
        long began = System.nanoTime();

        assertTrue(json(FREE).get("ok").booleanValue());
        assertTrue(System.nanoTime() - began >= 1_000_000_000L);
    }

    @Test
    void a_rest_that_is_longer_than_the_call_may_take_is_left_to_the_caller() {
        server.answers(429, "", "Retry-After", "120");

        var failure = assertInstanceOf(Retryable.class, failure(FREE));

        assertEquals(Optional.of(Duration.ofMinutes(2)), failure.retryAfter());
        assertEquals(1, server.requests());
    }

    @Test
    void nobody_listening_means_that_nothing_was_done() {
        var address = server.address();
        server.close();
        try (var nobody = open(address, SHORT)) {
            assertInstanceOf(Retryable.class, assertThrows(PortFailure.class, () -> nobody.call(PAID, Answer::json)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silence_is_not_waited_out(boolean beforeTheAnswer) {
        var over = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            server.then(exchange -> {
                if (!beforeTheAnswer) {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                }
                await(over);
            });
        }

        try (var impatient = open(server.address(), SHORT.withSilence(Duration.ofMillis(300)))) {
            assertThrows(OutcomeUnknown.class, () -> impatient.call(PAID, Answer::json));
            assertTrue(assertThrows(Retryable.class, () -> impatient.call(FREE, Answer::json))
                    .isTimeout());
        }
        over.countDown();
    }

    @Test
    void a_service_that_is_known_to_be_slow_may_be_silent() {
        server.then(exchange -> {
            await(new CountDownLatch(1), Duration.ofMillis(600));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
        });

        try (var impatient = open(server.address(), SHORT.withSilence(Duration.ofMillis(300)))) {
            assertTrue(impatient.call(PAID.asSlow(), Answer::json).isObject());
        }
    }

    @Test
    void one_that_never_ends_is_ended() {
        server.then(WebServiceTest::drip);
        try (var hurried = open(server.address(), SHORT.withTotal(Duration.ofMillis(700)))) {
            assertThrows(OutcomeUnknown.class, () -> hurried.call(PAID, Answer::json));
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            await(new CountDownLatch(1), Duration.ofMillis(50));
        }
    }

    @Test
    void an_answer_that_is_too_large_is_not_read() {
        server.answers(200, "[" + " ".repeat(100_000) + "]");

        var failure = assertThrows(OutcomeUnknown.class, () -> service.call(PAID.withAnswerMax(99_999), Answer::json));

        assertTrue(failure.getMessage().endsWith("the answer is larger than 99999 bytes"), failure::getMessage);
    }

    @Test
    void half_an_answer_is_none() {
        server.answers(200, "{\"ok\":tr");
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{\"ok\":true".getBytes(StandardCharsets.UTF_8));
        });

        assertInstanceOf(OutcomeUnknown.class, failure(PAID));
        assertInstanceOf(OutcomeUnknown.class, failure(PAID));
    }

    @Test
    void a_web_page_is_not_from_the_service() {
        server.answers(200, "<!DOCTYPE html><html>").answers(403, "<html>").answers(502, "<html>");

        var elsewhere = assertInstanceOf(Retryable.class, failure(PAID));
        assertTrue(elsewhere.getMessage().endsWith("a web page came instead of an answer; check the base address"));
        assertInstanceOf(Permanent.class, assertThrows(PortFailure.class, () -> service.call(PAID, Answer::json)));
        assertInstanceOf(Retryable.class, assertThrows(PortFailure.class, () -> service.call(PAID, Answer::json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "upstream connect error", "{\"error\":"})
    void a_refusal_in_no_json_is_a_refusal(String body) {
        server.answers(404, body).answers(503, body, "Retry-After", "3");

        var failure = assertThrows(Permanent.class, () -> service.call(PAID, Answer::json));
        assertEquals("Example: cannot write: status 404; check the base address", failure.getMessage());
        assertEquals(
                Optional.of(Duration.ofSeconds(3)),
                assertThrows(Retryable.class, () -> service.call(PAID, Answer::json))
                        .retryAfter());
    }

    @Test
    void the_way_to_a_service_is_not_followed_elsewhere() {
        server.answers(307, "", "Location", "http://localhost:1/");

        assertInstanceOf(Permanent.class, failure(PAID));
        assertEquals(1, server.requests());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_interrupt_ends_the_call_and_its_connection(boolean beforeTheAnswer) throws Exception {
        var asked = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        server.then(exchange -> {
            asked.countDown();
            if (beforeTheAnswer) {
                await(new CountDownLatch(1), Duration.ofMillis(500));
            }
            try {
                drip(exchange);
            } finally {
                closed.countDown();
            }
        });
        var ended = new CompletableFuture<Boolean>();
        var caller = Thread.startVirtualThread(() -> {
            var failure = assertThrows(PortFailure.class, () -> service.call(PAID, Answer::json));
            ended.complete(
                    failure instanceof OutcomeUnknown && Thread.currentThread().isInterrupted());
        });
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        if (!beforeTheAnswer) {
            while (caller.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
        }

        caller.interrupt();

        assertTrue(ended.get(2, TimeUnit.SECONDS));
        assertTrue(closed.await(5, TimeUnit.SECONDS));
        assertEquals(1, server.requests());
    }

    @Test
    void who_is_interrupted_already_asks_for_nothing() {
        Thread.currentThread().interrupt();

        assertThrows(Retryable.class, () -> service.call(PAID, Answer::json));
        assertTrue(Thread.interrupted());
        assertEquals(0, server.requests());
    }

    @Test
    void no_failure_shows_the_key() {
        server.answers(401, "Incorrect API key provided: sesame");

        var failure = assertThrows(
                Permanent.class,
                () -> service.call(PAID, answer -> {
                    throw answer.refused(answer.status(), answer.text(), Optional.empty(), "check EXAMPLE_KEY");
                }));

        assertFalse(failure.getMessage().contains("sesame"), failure::getMessage);
        assertEquals(
                "Example: cannot write: status 401: Incorrect API key provided: [key]; check EXAMPLE_KEY",
                failure.getMessage());
    }

    @Test
    void statuses_mean_what_they_mean() {
        assertInstanceOf(Permanent.class, refused(PAID, 400, Optional.empty()));
        assertInstanceOf(Permanent.class, refused(PAID, 402, Optional.empty()));
        assertInstanceOf(Permanent.class, refused(PAID, 403, Optional.of(Duration.ofSeconds(1))));
        assertEquals(
                Optional.of(Duration.ofSeconds(1)),
                assertInstanceOf(Retryable.class, refused(PAID, 402, Optional.of(Duration.ofSeconds(1))))
                        .retryAfter());
        assertTrue(assertInstanceOf(Retryable.class, refused(PAID, 408, Optional.empty()))
                .isTimeout());
        for (int status : List.of(425, 429, 500, 502, 503, 520, 529)) {
            assertInstanceOf(Retryable.class, refused(PAID, status, Optional.empty()));
        }
        for (int status : List.of(504, 524)) {
            assertInstanceOf(OutcomeUnknown.class, refused(PAID, status, Optional.empty()));
            assertTrue(assertInstanceOf(Retryable.class, refused(FREE, status, Optional.empty()))
                    .isTimeout());
        }
    }

    private static PortFailure refused(Call call, int status, Optional<Duration> retryAfter) {
        return new Failures("Example", call, "sesame").refused(status, "no", retryAfter, "");
    }

    private JsonNode json(Call call) {
        return service.call(call, WebServiceTest::successful);
    }

    private PortFailure failure(Call call) {
        return assertThrows(PortFailure.class, () -> service.call(call, WebServiceTest::successful));
    }

    private static JsonNode successful(Answer answer) {
        if (!answer.succeeded()) {
            throw answer.refused(answer.status(), "", answer.retryAfter(), "");
        }
        return answer.json();
    }

    private static void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(30));
    }

    private static void await(CountDownLatch latch, Duration limit) {
        try {
            latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
