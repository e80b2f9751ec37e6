package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.port.PortFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are no key set. None of them takes long, or much memory. */
@Timeout(60)
class KeySetAddressTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Issuer issuer = new Issuer();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":[1]}",
                "{\"keys\":[null]}",
                "{\"keys\":[]} x",
                "{\"keys\":[],\"keys\":[]}",
                "<html></html>"
            })
    void an_answer_that_is_no_key_set(String text) {
        issuer.answer(exchange -> Issuer.say(exchange, 200, text));

        assertTrue(failure(PATIENCE.multipliedBy(20)).getMessage().contains("cannot be had"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 401, 404, 500, 503})
    void another_status_also_that_of_an_address_elsewhere(int status) {
        issuer.answer(exchange -> {
            exchange.getResponseHeaders().add("Location", issuer.settings().keySetAddress() + "?other");
            exchange.sendResponseHeaders(status, -1);
        });

        assertTrue(failure(PATIENCE.multipliedBy(20)).getMessage().contains("status " + status));
        assertEquals(1, issuer.fetches.get());
    }

    @Test
    void an_answer_without_end() {
        var sent = new AtomicLong();
        issuer.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(new byte[8192]);
                sent.addAndGet(8192);
            }
        });

        var failure = failure(Duration.ofSeconds(20));

        assertTrue(failure.getMessage().contains("more than 262144 bytes"), failure::getMessage);
        assertTrue(sent.get() < 64 * 1024 * 1024);
    }

    @Test
    void an_answer_that_does_not_begin() {
        issuer.answer(exchange -> assertTrue(isOver(Duration.ofSeconds(30))));

        assertTrue(failure(PATIENCE).isTimeout());
    }

    @Test
    void an_answer_that_does_not_go_on() {
        issuer.answer(exchange -> {
            begin(exchange);
            assertTrue(isOver(Duration.ofSeconds(30)));
        });

        assertTrue(failure(PATIENCE).isTimeout());
    }

    @Test
    void an_answer_that_drips() {
        issuer.answer(exchange -> {
            begin(exchange);
            while (!isOver(Duration.ofMillis(20))) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });

        assertTrue(failure(PATIENCE).isTimeout());
    }

    /** Otherwise an address that drips would cost a connection at each fetch. */
    @Test
    void an_answer_that_is_not_waited_for_is_broken_off() throws InterruptedException {
        var brokenOff = new CountDownLatch(1);
        issuer.answer(exchange -> {
            begin(exchange);
            try {
                while (!isOver(Duration.ofMillis(20))) {
                    exchange.getResponseBody().write(' '); // far from the limit on its size
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                brokenOff.countDown();
            }
        });

        try (var address = new KeySetAddress(settings(PATIENCE), SignatureProvider::jdk)) {
            assertThrows(PortFailure.Retryable.class, address::fetch);
            assertTrue(brokenOff.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void nobody_who_answers() {
        issuer.close();

        assertTrue(failure(PATIENCE.multipliedBy(20)).getMessage().contains("cannot be had"));
    }

    @Test
    void an_address_that_is_not_one_of_the_web_or_no_patience_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> SupabaseAuthSettings.of(URI.create("ftp://localhost")));
        assertThrows(IllegalArgumentException.class, () -> SupabaseAuthSettings.of(URI.create("https:/localhost")));
        assertThrows(IllegalArgumentException.class, () -> settings(Duration.ZERO));
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("{\"keys\":[".getBytes(UTF_8));
        exchange.getResponseBody().flush();
    }

    private boolean isOver(Duration within) {
        try {
            return over.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private SupabaseAuthSettings settings(Duration patience) {
        return new SupabaseAuthSettings(
                issuer.settings().issuer(), issuer.settings().keySetAddress(), patience, Optional.empty());
    }

    private PortFailure.Retryable failure(Duration patience) {
        try (var address = new KeySetAddress(settings(patience), SignatureProvider::jdk)) {
            return assertThrows(PortFailure.Retryable.class, address::fetch);
        }
    }
}
