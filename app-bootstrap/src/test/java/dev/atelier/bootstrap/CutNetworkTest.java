package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A worker in a process of its own whose network is cut, towards Redis, and mended again. */
class CutNetworkTest {

    private static Stage stage;
    private static App backend;

    @BeforeAll
    static void start() {
        stage = Stage.open();
        backend = App.startBackend(AppConfig.read(stage.environment(), Role.BACKEND));
    }

    @AfterAll
    static void stop() {
        backend.close();
        stage.close();
    }

    @Test
    void a_redis_that_cannot_be_reached_or_says_nothing_slows_a_worker_down_and_no_more() {
        var user = stage.newUser(backend.port());
        try (var cable = Cable.to(stage.stack().redis().port());
                var cutOff = WorkerProcess.start(throughCable(cable, "REDIS_URL"))) {
            Stage.awaitCompleted(user, Stage.startRun(user, 1));
            cable.pull();
            Stage.awaitCompleted(user, Stage.startRun(user, 1));
            cable.mend();
            Stage.awaitCompleted(user, Stage.startRun(user, 1));
            cable.silence();
            Stage.awaitCompleted(user, Stage.startRun(user, 1));
            cable.mend();
            Stage.awaitCompleted(user, Stage.startRun(user, 1));
            assertTrue(cutOff.process().isAlive());
        }
    }

    @Test
    void a_redis_that_says_nothing_does_not_hold_up_each_step() {
        var user = stage.newUser(backend.port());
        try (var cable = Cable.to(stage.stack().redis().port());
                var cutOff = WorkerProcess.start(throughCable(cable, "REDIS_URL"))) {
            Stage.awaitCompleted(user, Stage.startRun(user, 1));
            cable.silence();

            long begin = System.nanoTime();
            Stage.awaitCompleted(user, Stage.startRun(user, 12));
            var took = Duration.ofNanos(System.nanoTime() - begin);

            System.out.printf("15 steps took %d ms while Redis said nothing%n", took.toMillis());
            assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, () -> "it took " + took);
            assertTrue(cutOff.process().isAlive());
        }
    }

    private static Map<String, String> throughCable(Cable cable, String variable) {
        return Settings.with(
                stage.environment(),
                variable,
                cable.instead(String.valueOf(stage.environment().get(variable))));
    }
}
