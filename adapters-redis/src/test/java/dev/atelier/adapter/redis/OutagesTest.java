package dev.atelier.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Queue;
import dev.atelier.domain.run.RunId;
import dev.atelier.local.LocalRedis;
import dev.atelier.local.RedisOptions;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.RunEventFeed.MoreEvents;
import dev.atelier.port.out.run.RunEventFeed.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** What happens when Redis goes, forgets everything, and comes back. */
class OutagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Set<Queue> ALL = EnumSet.allOf(Queue.class);

    private LocalRedis redis = LocalRedis.start(RedisOptions.temporary());
    private final int port = redis.port();
    private final RedisAdapter adapter = RedisAdapter.open(new RedisSettings(URI.create(redis.url())));
    private final RunId run = new RunId(UUID.randomUUID());

    @AfterEach
    void close() {
        adapter.close();
        redis.close();
    }

    private void restart() {
        redis.close();
        redis = LocalRedis.start(new RedisOptions(port, Optional.empty()));
    }

    @Test
    void while_it_is_away_everything_fails_in_time_and_may_be_tried_again() {
        redis.close();

        assertTimeoutPreemptively(LIMIT, () -> {
            adapter.jobSignal().ring(Queue.BULK);
            assertThrows(PortFailure.Retryable.class, () -> adapter.jobSignal().await(ALL, Duration.ofSeconds(1)));
            assertThrows(
                    PortFailure.Retryable.class, () -> adapter.runEventFeed().publish(run, new MoreEvents()));
        });
    }

    @Test
    void whoever_rings_waits_for_no_server_that_is_silent() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var cutOff = RedisAdapter.open(
                        new RedisSettings(URI.create("redis://localhost:" + silent.getLocalPort())))) {
            assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
                for (int i = 0; i < 1_000; i++) {
                    cutOff.jobSignal().ring(Queue.BULK);
                }
            });
        }
    }

    @Test
    void a_server_that_is_silent_keeps_one_waiting_and_is_asked_again_when_it_answers() throws InterruptedException {
        var heard = new LinkedBlockingQueue<Notice>();
        try (var subscription = adapter.runEventFeed().subscribe(run, heard::add)) {
            hear(heard);
            silence(Duration.ofSeconds(8));

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                for (int i = 0; i < 1_000; i++) {
                    assertThrows(
                            PortFailure.Retryable.class,
                            () -> adapter.runEventFeed().publish(run, new MoreEvents()));
                }
                assertThrows(
                        PortFailure.Retryable.class, () -> adapter.jobSignal().await(ALL, LIMIT));
            });

            assertTimeoutPreemptively(LIMIT, this::publish);
            hear(heard);
            assertTimeoutPreemptively(LIMIT, this::ringAndHear);
            subscription.close();
        }
    }

    /** For so long the server takes what is sent, and answers nothing. */
    private void silence(Duration duration) {
        try (var client = new Jedis(URI.create(redis.url()))) {
            client.clientPause(duration.toMillis());
        }
    }

    @Test
    void the_bell_rings_again_when_it_is_back_without_its_memory() {
        ringAndHear();

        restart();

        assertTimeoutPreemptively(LIMIT, this::ringAndHear);
    }

    @Test
    void the_bell_rings_again_after_all_keys_have_been_removed() {
        ringAndHear();

        try (var client = RedisClient.create(URI.create(redis.url()))) {
            client.flushAll();
        }

        assertTimeoutPreemptively(LIMIT, this::ringAndHear);
    }

    @Test
    void who_listens_to_a_run_is_told_to_look_when_the_connection_is_back() throws InterruptedException {
        var heard = new LinkedBlockingQueue<Notice>();
        try (var subscription = adapter.runEventFeed().subscribe(run, heard::add)) {
            hear(heard);

            restart();

            hear(heard);
            heard.clear();
            publish();
            hear(heard);
            subscription.close();
        }
    }

    @Test
    void who_listens_to_a_run_in_which_nothing_happens_stays_connected() throws InterruptedException {
        var heard = new LinkedBlockingQueue<Notice>();
        try (var subscription = adapter.runEventFeed().subscribe(run, heard::add);
                var admin = new Jedis(URI.create(redis.url()))) {
            hear(heard);

            assertTimeoutPreemptively(LIMIT, () -> {
                while (longestListening(admin).compareTo(Duration.ofSeconds(6)) < 0) {
                    Thread.onSpinWait();
                }
            });
            assertEquals(List.of(), List.copyOf(heard));
            subscription.close();
        }
    }

    private static Duration longestListening(Jedis admin) {
        return Pattern.compile(" age=(\\d+) .* sub=[1-9]")
                .matcher(admin.clientList())
                .results()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Test
    void subscribing_works_while_it_is_away() throws InterruptedException {
        redis.close();
        var heard = new LinkedBlockingQueue<Notice>();
        try (var subscription = adapter.runEventFeed().subscribe(run, heard::add)) {
            restart();

            hear(heard);
            subscription.close();
        }
    }

    @Test
    void after_ten_thousand_jobs_no_key_is_left_that_is_not_trimmed() {
        try (var client = RedisClient.create(URI.create(redis.url()))) {
            for (int i = 0; i < 10_000; i++) {
                adapter.jobSignal().ring(i % 2 == 0 ? Queue.BULK : Queue.INTERACTIVE);
                adapter.runEventFeed().publish(run, new MoreEvents());
            }

            ringAndHear();
            var bells = Set.of(RedisJobSignal.stream(Queue.BULK), RedisJobSignal.stream(Queue.INTERACTIVE));
            assertEquals(bells, client.keys("*"));
            bells.forEach(bell -> assertTrue(client.xlen(bell) <= 2 * RedisJobSignal.MOST_RINGS));
        }
    }

    @Test
    void a_server_that_is_full_refuses_to_ring_is_listened_to_and_rings_again_when_there_is_room() {
        ringAndHear();
        try (var client = RedisClient.create(URI.create(redis.url()))) {
            client.configSet("maxmemory", "1");
            adapter.jobSignal().ring(Queue.BULK);
            assertFalse(adapter.jobSignal().await(ALL, Duration.ofMillis(10)));

            client.flushAll();
            assertThrows(PortFailure.Retryable.class, () -> adapter.jobSignal().await(ALL, Duration.ofSeconds(1)));

            client.configSet("maxmemory", "0");
            ringAndHear();
        }
    }

    @Test
    void a_server_that_only_reads_may_be_tried_again_and_rings_when_it_writes() {
        ringAndHear();
        try (var admin = new Jedis(URI.create(redis.url()))) {
            admin.replicaof("127.0.0.1", 1);
            adapter.jobSignal().ring(Queue.BULK);
            assertThrows(PortFailure.Retryable.class, () -> adapter.jobSignal().await(ALL, Duration.ofSeconds(1)));

            admin.replicaofNoOne();
            assertTimeoutPreemptively(LIMIT, this::ringAndHear);
        }
    }

    @Test
    void workers_that_come_and_go_leave_nothing_behind() {
        for (int i = 0; i < 5; i++) {
            try (var worker = RedisAdapter.open(new RedisSettings(URI.create(redis.url())))) {
                worker.jobSignal().ring(Queue.BULK);
                assertTrue(worker.jobSignal().await(ALL, Duration.ofSeconds(5)));
            }
        }
        try (var client = RedisClient.create(URI.create(redis.url()))) {
            var group = client.xinfoGroups(RedisJobSignal.stream(Queue.BULK)).getFirst();
            assertEquals(1, group.getConsumers());
            assertEquals(0, group.getPending());
        }
    }

    @Test
    void a_server_that_would_throw_away_what_it_holds_is_advised_upon() {
        assertEquals(Optional.empty(), adapter.adviceOnServer());
        try (var client = RedisClient.create(URI.create(redis.url()))) {
            client.configSet("maxmemory-policy", "allkeys-lru");
        }
        var advice = adapter.adviceOnServer().orElseThrow();
        assertTrue(advice.contains("allkeys-lru") && advice.contains("noeviction"), advice);
        redis.close();
        assertThrows(PortFailure.Retryable.class, adapter::adviceOnServer);
    }

    @Test
    void closing_ends_its_threads_and_connections() {
        adapter.runEventFeed().subscribe(run, notice -> {});
        ringAndHear();

        adapter.close();

        try (var client = new Jedis(URI.create(redis.url()))) {
            assertTimeoutPreemptively(LIMIT, () -> {
                while (client.clientList().contains("name=atelier")) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    /** Connections that have been idle meanwhile fail once. */
    private void publish() {
        while (true) {
            try {
                adapter.runEventFeed().publish(run, new MoreEvents());
                return;
            } catch (PortFailure.Retryable notYet) {
                Thread.onSpinWait();
            }
        }
    }

    /** A ring that comes upon a connection which has been idle meanwhile is lost, so there may be more than one. */
    private void ringAndHear() {
        while (true) {
            try {
                adapter.jobSignal().ring(Queue.BULK);
                if (adapter.jobSignal().await(ALL, Duration.ofMillis(500))) {
                    return;
                }
            } catch (PortFailure.Retryable notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static void hear(LinkedBlockingQueue<Notice> heard) throws InterruptedException {
        var notice = heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertEquals(new MoreEvents(), notice);
    }
}
