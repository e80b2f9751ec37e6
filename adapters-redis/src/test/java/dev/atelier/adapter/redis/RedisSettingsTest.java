package dev.atelier.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Queue;
import dev.atelier.local.LocalRedis;
import dev.atelier.local.RedisOptions;
import dev.atelier.port.PortFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

class RedisSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://:sesame@localhost", "localhost:6379", "redis:///0", "//localhost"})
    void what_is_no_address_of_redis_is_refused_and_not_repeated(String url) {
        var message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> new RedisSettings(URI.create(url)))
                        .getMessage());

        assertTrue(message.contains("expected redis://"), message);
        assertFalse(message.contains("sesame"), message);
    }

    @Test
    void their_text_has_no_password() {
        assertEquals(
                "rediss://redis.example.com:6380/2",
                new RedisSettings(URI.create("rediss://user:sesame@redis.example.com:6380/2")).toString());
        assertEquals("redis://redis:6379", new RedisSettings(URI.create("redis://:sesame@redis")).toString());
    }

    @Test
    void password_and_database_of_the_address_are_used() {
        try (var redis = LocalRedis.start(RedisOptions.temporary());
                var admin = RedisClient.create(URI.create(redis.url()))) {
            admin.configSet("requirepass", "s/e:s@me");
            var host = "localhost:" + redis.port();

            ring("redis://:s%2Fe%3As%40me@" + host + "/3");

            try (var third = RedisClient.create(URI.create("redis://:s%2Fe%3As%40me@" + host + "/3"))) {
                assertEquals(1, third.xlen(RedisJobSignal.stream(Queue.BULK)));
            }
            var refused = assertThrows(PortFailure.Permanent.class, () -> ring("redis://:sesame@" + host));
            assertFalse(refused.getMessage().contains("sesame"), refused::getMessage);
            assertThrows(PortFailure.Permanent.class, () -> ring("redis://" + host));
        }
    }

    @Test
    void a_server_without_encryption_is_not_talked_to_when_encryption_is_wanted() {
        var url = "rediss://localhost:" + LocalRedis.shared().port();

        assertThrows(PortFailure.Retryable.class, () -> ring(url));
    }

    private static void ring(String url) {
        try (var adapter = RedisAdapter.open(new RedisSettings(URI.create(url)))) {
            adapter.jobSignal().ring(Queue.BULK);
            assertTrue(adapter.jobSignal().await(Set.of(Queue.BULK), Duration.ofSeconds(30)));
        }
    }
}
