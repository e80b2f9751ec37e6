package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.in.health.HealthReport;
import dev.atelier.port.in.health.HealthReport.Status;
import dev.atelier.port.in.idempotency.IdempotentRequests;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Idempotent requests, health, and what the services are made of. */
class ServicesTest {

    private final TestCore test = new TestCore();
    private final IdempotentRequests requests = test.core().idempotentRequests();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void the_same_request_is_done_once_and_answered_alike_for_a_day() {
        assertEquals("1", once("key", "body"));
        test.clock.advance(Duration.ofHours(24).minusMillis(1));
        assertEquals("1", once("key", "body"));

        test.clock.advance(Duration.ofMillis(1));
        assertEquals("2", once("key", "body"));
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        once("key", "body");

        assertThrows(DomainException.IdempotencyKeyReused.class, () -> once("key", "other"));
        assertEquals("2", once("other key", "other"));
        assertEquals(
                "x", requests.once(test.newUser(), "key", "other", () -> "x"), "keys of different users are different");
    }

    @Test
    void a_request_that_fails_may_be_sent_again() {
        assertThrows(
                DomainException.NotFound.class,
                () -> requests.once(test.ada, "key", "body", () -> {
                    throw new DomainException.NotFound("project");
                }));

        assertEquals("1", once("key", "body"));
    }

    @Test
    void requests_that_come_at_once_are_done_once() throws InterruptedException, ExecutionException {
        Callable<String> send = () -> once("key", "body");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(send, send, send, send, send))) {
                assertEquals("1", answer.get());
            }
        }
        assertEquals(1, done.get());
    }

    @Test
    void health_is_unhealthy_without_the_database_and_degraded_without_anything_else() {
        var database = new Probe("database");
        var queue = new Probe("queue");
        var health = new HealthService(List.of(database, queue), test.clock);
        assertEquals(Status.HEALTHY, health.report().status());

        queue.failing = true;
        test.clock.advance(Duration.ofSeconds(4));
        assertEquals(Status.DEGRADED, health.report().status());
        assertEquals(Status.UNHEALTHY, status(health.report(), "queue"));

        database.failing = true;
        test.clock.advance(Duration.ofSeconds(4));
        assertEquals(Status.UNHEALTHY, health.report().status());
    }

    @Test
    void probes_are_not_bothered_more_often_than_every_few_seconds() {
        var database = new Probe("database");
        var health = new HealthService(List.of(database), test.clock);

        IntStream.range(0, 100).forEach(i -> health.report());

        assertEquals(1, database.calls.get());
    }

    @Test
    void a_probe_that_hangs_does_not_hold_up_the_report() {
        var hanging = new Probe("storage") {
            @Override
            public void probe() {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        var report = new HealthService(List.of(new Probe("database"), hanging), test.clock).report();

        assertEquals(Status.UNHEALTHY, status(report, "storage"));
        assertEquals(Status.HEALTHY, status(report, "database"));
    }

    @Test
    void waiting_doubles_up_to_a_limit_and_is_never_the_same_for_all() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

        for (int attempt = 1; attempt <= 100; attempt++) {
            long longest = Math.min(1_000L << Math.min(attempt - 1, 30), 30_000);
            long waited = backoff.after(attempt).toMillis();
            assertTrue(waited >= longest / 2 && waited <= longest, attempt + ": " + waited);
        }
        assertTrue(IntStream.range(0, 100)
                        .mapToObj(i -> backoff.after(5))
                        .distinct()
                        .count()
                > 10);
    }

    @Test
    void what_is_remembered_is_bounded_and_ends() {
        var clock = new SettableClock(TestCore.START);
        var set = new ExpiringSet<Integer>(Duration.ofSeconds(60), 2, clock);
        IntStream.rangeClosed(1, 3).forEach(set::add);

        assertEquals(List.of(false, true, true), List.of(set.contains(1), set.contains(2), set.contains(3)));
        clock.advance(Duration.ofSeconds(60));
        assertEquals(false, set.contains(3));
    }

    @Test
    void texts_of_models_become_storable() {
        assertEquals("a\uFFFDb", Texts.storable("a\uD83D\0b"));
        assertEquals("\uD83D\uDE00", Texts.cut("\uD83D\uDE00\uD83D\uDE00", 1));
        assertEquals("One line", Titles.fit("  One\n line ", "x"));
        assertEquals("Label", Titles.fit(" \0 ", "Label"));
        assertEquals("Untitled", Titles.fit("", " "));
        assertEquals(300, Titles.fit("x".repeat(1_000), "").length());
    }

    private static Status status(HealthReport report, String check) {
        return Optional.ofNullable(report.checks().get(check)).orElseThrow().status();
    }

    private String once(String key, String fingerprint) {
        return requests.once(test.ada, key, fingerprint, () -> Integer.toString(done.incrementAndGet()));
    }

    private static class Probe implements HealthProbe {

        private final String name;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean failing;

        Probe(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void probe() {
            calls.incrementAndGet();
            if (failing) {
                throw PortFailure.Retryable.unavailable(Service.QUEUE, "away", new IOException());
            }
        }
    }
}
