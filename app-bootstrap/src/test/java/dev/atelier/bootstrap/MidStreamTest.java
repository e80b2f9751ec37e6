package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.LocalRedis;
import dev.atelier.local.Port;
import dev.atelier.local.RedisOptions;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody follows a run while a process of the product, or Redis, is restarted: every number comes once, in its order. */
class MidStreamTest {

    private static final int TEXTS = 60;
    private static final String HEAP = "-Xmx256m";

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.open();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void a_backend_that_is_killed_and_started_again() throws InterruptedException {
        int port = Port.free();
        var environment = Settings.with(stage.environment(), "PORT", Integer.toString(port));
        try (var worker = WorkerProcess.start(environment);
                var first = BackendProcess.start(environment, HEAP)) {
            var follower = underWay(port);
            first.process().destroyForcibly();
            try (var second = BackendProcess.start(environment, HEAP)) {
                assertHeardOnceEach(follower);
                assertEquals(port, second.port());
                assertTrue(worker.process().isAlive());
            }
        }
    }

    @Test
    void a_worker_that_is_stopped_while_another_one_is_started() throws InterruptedException {
        try (var backend = App.startBackend(AppConfig.read(stage.environment(), Role.BACKEND))) {
            LiveFollower follower;
            try (var first = WorkerProcess.start(stage.environment())) {
                follower = underWay(backend.port());
                first.stop();
            }
            try (var second = App.startWorker(AppConfig.read(stage.environment(), Role.WORKER))) {
                assertHeardOnceEach(follower);
                assertEquals(0, second.port());
            }
        }
    }

    @Test
    void a_redis_that_forgets_everything_and_is_restarted() throws InterruptedException {
        var redis = LocalRedis.start(RedisOptions.temporary());
        var environment = Settings.with(stage.environment(), "REDIS_URL", redis.url());
        try (var backend = App.startBackend(AppConfig.read(environment, Role.BACKEND));
                var worker = WorkerProcess.start(environment)) {
            var follower = underWay(backend.port());
            RedisCommand.send(URI.create(redis.url()), "FLUSHALL");
            int port = redis.port();
            redis.close();
            redis = LocalRedis.start(new RedisOptions(port, Optional.empty()));
            assertHeardOnceEach(follower);
            assertTrue(worker.process().isAlive());
        } finally {
            redis.close();
        }
    }

    private static LiveFollower underWay(int port) {
        var user = stage.newUser(port);
        var follower = new LiveFollower(user, Stage.startRun(user, TEXTS));
        Stage.await(() -> follower.heardSoFar() > 10);
        assertFalse(follower.ended(), "it was too fast");
        return follower;
    }

    private static void assertHeardOnceEach(LiveFollower follower) throws InterruptedException {
        var heard = follower.heard();
        assertTrue(follower.ended(), "the end has not come");
        assertEquals(Stage.numbersTo(heard.size()), heard);
        assertTrue(heard.size() > 2 * TEXTS, () -> heard.size() + " events");
    }
}
