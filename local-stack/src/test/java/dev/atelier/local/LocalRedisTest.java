package dev.atelier.local;

import static dev.atelier.local.ErrorMessages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class LocalRedisTest {

    @Test
    void answersAtItsAddress() {
        try (RedisClient client =
                RedisClient.create(URI.create(LocalRedis.shared().url()))) {
            assertEquals("PONG", client.ping());
        }
    }

    @Test
    void neverEvictsWhatItHolds() {
        try (RedisClient client =
                RedisClient.create(URI.create(LocalRedis.shared().url()))) {
            assertEquals("noeviction", client.configGet("maxmemory-policy").get("maxmemory-policy"));
        }
    }

    @Test
    void comesBackOnItsPortAndHasForgottenEverything() {
        int port;
        try (LocalRedis first = LocalRedis.start(RedisOptions.temporary());
                RedisClient client = RedisClient.create(URI.create(first.url()))) {
            port = first.port();
            client.set("key", "value");
        }
        try (LocalRedis second = LocalRedis.start(new RedisOptions(port, Optional.empty()));
                RedisClient client = RedisClient.create(URI.create(second.url()))) {
            assertEquals(port, second.port());
            assertFalse(client.exists("key"));
        }
    }

    @Test
    void dataSurvivesARestartAndAKill(@TempDir Path directory) throws Exception {
        RedisOptions options = RedisOptions.keptIn(directory.resolve("with blank"), 0);
        try (LocalRedis first = LocalRedis.start(options);
                RedisClient client = RedisClient.create(URI.create(first.url()))) {
            client.set("one", "1");
        }
        LocalRedis killed = LocalRedis.start(options);
        try (RedisClient client = RedisClient.create(URI.create(killed.url()))) {
            client.set("two", "2");
        }
        Processes.kill(ProcessHandle.of(killed.pid()).orElseThrow());
        killed.close();
        try (LocalRedis second = LocalRedis.start(options);
                RedisClient client = RedisClient.create(URI.create(second.url()))) {
            assertEquals("1", client.get("one"));
            assertEquals("2", client.get("two"));
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortTakenException error = assertThrows(
                    PortTakenException.class,
                    () -> LocalRedis.start(new RedisOptions(
                            taken.getLocalPort(), RedisOptions.temporary().dataDirectory())));
            assertSays(error, "Port " + taken.getLocalPort());
            assertSays(error, "Redis");
        }
    }
}
