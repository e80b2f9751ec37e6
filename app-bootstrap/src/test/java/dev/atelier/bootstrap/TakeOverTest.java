package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that wait for a model, and are cut off from PostgreSQL, or stopped, for longer than their lease. */
class TakeOverTest {

    /** A lease of 15 s, a second in which somebody finds that it has run out, and room for a busy machine. */
    private static final Duration RECOVERY = Duration.ofSeconds(20);

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
    void whoever_is_away_for_longer_than_its_lease_loses_its_job_changes_nothing_and_works_on_when_it_is_back(
            @TempDir Path logs) {
        var user = stage.newUser(backend.port());
        try (var cut = AbsentWorker.start(stage, png(), logs.resolve("cut.json"));
                var unheard = AbsentWorker.start(stage, png(), logs.resolve("unheard.json"));
                var stopped = AbsentWorker.start(stage, png(), logs.resolve("stopped.json"))) {
            var all = List.of(cut, unheard, stopped);
            var runs = holdOneEach(user, all);
            try (var other = App.startWorker(
                    AppConfig.read(Settings.with(stage.environment(), "METRICS_PORT", "0"), Role.WORKER))) {
                long begin = System.nanoTime();
                cut.cable().pull();
                unheard.cable().silence();
                stopped.worker().signal("STOP");
                var figures = new Figures(other.port());
                Stage.await(() -> figures.count("atelier_jobs_taken_over_total") >= all.size());
                assertInTime(Duration.ofNanos(System.nanoTime() - begin));
                runs.forEach(run -> Stage.awaitCompleted(user, run));

                var results = results(user, runs);
                all.forEach(one -> one.models().letGoOn()); // they have the text, and nobody to give it to
                cut.cable().mend();
                unheard.cable().mend();
                stopped.worker().signal("CONT");
                all.forEach(one -> Stage.await(() -> one.figures().attempts("execute_step", "lost") > 0));

                assertEquals(results, results(user, runs));
                runs.forEach(run -> assertDoneOnceByTheOther(user, run));
            }
            assertWorkOn(user, all);
        }
    }

    private static void assertInTime(Duration took) {
        System.out.printf("three jobs were taken over within %d ms%n", took.toMillis());
        assertTrue(took.compareTo(RECOVERY) < 0, () -> "it took " + took);
    }

    private static List<String> results(ApiClient user, List<String> runs) {
        return runs.stream()
                .map(run -> ApiClient.succeeded(user.get("/runs/" + run)).toString())
                .toList();
    }

    private static void assertDoneOnceByTheOther(ApiClient user, String run) {
        var events = Stage.events(user, run);
        assertEquals(Stage.numbersTo(Stage.numbers(events).size()), Stage.numbers(events));
        assertEquals(4, Stage.count(events, "step.completed"), events);
        assertEquals(1, Stage.count(events, "run.completed"), events);
        assertFalse(events.contains(OpenRouterStandIn.TEXT), events);
    }

    private static void assertWorkOn(ApiClient user, List<AbsentWorker> all) {
        var runs = holdOneEach(user, all);
        all.forEach(one -> one.models().letGoOn());
        runs.forEach(run -> Stage.awaitCompleted(user, run));
        runs.forEach(run -> assertTrue(Stage.events(user, run).contains(OpenRouterStandIn.TEXT)));
    }

    /** As many runs as workers. Each has one hand, and holds the text of one of them. */
    private static List<String> holdOneEach(ApiClient user, List<AbsentWorker> all) {
        var before = all.stream().map(AbsentWorker::texts).toList();
        all.forEach(one -> one.models().holdTexts());
        var runs = all.stream().map(one -> Stage.startRun(user, 1)).toList();
        Stage.await(() -> all.stream().allMatch(one -> one.texts() > before.get(all.indexOf(one))));
        return runs;
    }

    private static byte[] png() {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
