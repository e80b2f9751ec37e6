package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.ApiClient.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Streams of events in which nothing happens, on one backend in a process of its own, with the heap that it has in a
 * container. Some of them here; five thousand by {@code bench/streams}, which sets the property.
 */
class IdleStreamsTest {

    private static final int STREAMS = Integer.getInteger("streams.count", 500);
    private static final int FOLLOWERS = 25;
    private static final String HEAP = "-Xmx384m";

    /** So many come at once, as there are connections for them. */
    private static final int RUSH = 8;

    private static final int PLATFORM_THREADS = 100;

    /** That of the watch over all runs, and that of the figures themselves. */
    private static final double OTHER_CONNECTIONS = 2;

    private static final int LARGEST_BUFFER = 16 * 1024;

    private static final Duration QUICK = Duration.ofMillis(500);
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    @Test
    void they_hold_no_connection_and_no_platform_thread_are_kept_alive_and_hear_what_happens() throws Exception {
        try (var stage = Stage.open();
                var backend = BackendProcess.start(stage.environment(), HEAP)) {
            var figures = new Figures(backend.port());
            var user = stage.newUser(backend.port());
            var workflow = Stage.newWorkflow(user, 1);
            var runs = inRush(IntStream.range(0, STREAMS / FOLLOWERS), i -> Stage.start(user, workflow));
            double buffers = buffers(figures);
            tell("%d runs, and nobody follows: %s", runs.size(), memory(backend, figures));

            long begin = System.nanoTime();
            var followers =
                    inRush(IntStream.range(0, STREAMS), i -> BareFollower.open(user, runs.get(i % runs.size())));
            tell("%d streams opened in %d ms: %s", STREAMS, millisSince(begin), memory(backend, figures));
            assertIdle(figures, user, followers);
            double each = (buffers(figures) - buffers) / STREAMS;
            assertTrue(each < LARGEST_BUFFER, () -> each + " bytes of buffers for each stream");
            tell("all kept alive: %s", memory(backend, figures));
            assertHear(user, runs, followers);
            Stage.await(() -> streams(figures) == 0);
            followers.forEach(BareFollower::close);
        }
    }

    private static void assertIdle(Figures figures, ApiClient user, List<BareFollower> followers) {
        var inUse = new ArrayList<Double>();
        var took = new ArrayList<Long>();
        assertEquals(STREAMS, streams(figures));
        Stage.await(() -> {
            inUse.add(figures.count("atelier_database_connections{state=\"in_use\"}"));
            long begin = System.nanoTime();
            succeeded(user.get("/projects"));
            took.add(millisSince(begin));
            return followers.stream().allMatch(follower -> follower.keepAlives() > 0);
        });
        double threads = figures.count("jvm_threads_live_threads");
        took.sort(null);
        tell(
                "meanwhile %d other requests: median %d ms, slowest %d ms; %.0f platform threads, at most %.0f connections",
                took.size(),
                took.get(took.size() / 2),
                took.getLast(),
                threads,
                inUse.stream().max(Double::compare).orElseThrow());

        assertEquals(STREAMS, streams(figures));
        assertTrue(threads < PLATFORM_THREADS, () -> threads + " threads");
        assertTrue(inUse.stream().allMatch(count -> count <= OTHER_CONNECTIONS), inUse::toString);
        assertTrue(took.get(took.size() / 2) < QUICK.toMillis(), took::toString);
    }

    /** Each run is stopped, one after another, and all who follow it hear of it. */
    private static void assertHear(ApiClient user, List<String> runs, List<BareFollower> followers) {
        var ofRun = followers.stream().collect(Collectors.groupingBy(BareFollower::run));
        var delays = runs.stream()
                .flatMap(run -> stop(user, run, ofRun.getOrDefault(run, List.of())))
                .sorted()
                .toList();
        tell(
                "an event reached its followers: median %d ms, p99 %d ms, the last one %d ms",
                delays.get(delays.size() / 2), delays.get(delays.size() * 99 / 100), delays.getLast());

        assertEquals(STREAMS, delays.size());
        assertTrue(delays.get(delays.size() / 2) < QUICK.toMillis(), delays::toString);
        assertTrue(delays.getLast() < IN_TIME.toMillis(), delays::toString);
    }

    /** How many milliseconds after it was asked for each of them heard of it. */
    private static Stream<Long> stop(ApiClient user, String run, List<BareFollower> followers) {
        long begin = System.nanoTime();
        succeeded(user.post("/runs/" + run + "/stop", ApiClient.JSON.createObjectNode()));
        return followers.stream().map(follower -> (follower.stoppedAt() - begin) / 1_000_000);
    }

    private static double buffers(Figures figures) {
        return figures.count("jvm_buffer_memory_used_bytes{id=\"direct\"}");
    }

    private static int streams(Figures figures) {
        return (int) figures.count("atelier_run_event_streams");
    }

    private static String memory(BackendProcess backend, Figures figures) {
        double heap = figures.text()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return "%.0f MiB of heap used, %d MiB resident"
                .formatted(heap / (1 << 20), residentKilobytes(backend.process().pid()) / 1_024);
    }

    private static long residentKilobytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static void tell(String what, Object... figures) {
        System.out.printf(Locale.ROOT, what + "%n", figures);
    }

    private static <T> List<T> inRush(IntStream numbers, Function<Integer, T> what)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(RUSH, Thread.ofVirtual().factory())) {
            var all = threads.invokeAll(
                    numbers.<Callable<T>>mapToObj(i -> () -> what.apply(i)).toList());
            var results = new ArrayList<T>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}
