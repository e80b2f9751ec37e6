package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.run.RunId;
import dev.atelier.port.out.run.RunRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(10);

    private final TestCore test = new TestCore();

    private record Watcher(RunId run, BlockingQueue<Optional<Long>> looks) implements RunWatch.Follower {

        static Watcher of(RunId run) {
            return new Watcher(run, new LinkedBlockingQueue<>());
        }

        @Override
        public void look(Optional<Long> newest) {
            looks.add(newest);
        }

        Optional<Long> next() throws InterruptedException {
            var next = looks.poll(20, TimeUnit.SECONDS);
            assertTrue(next != null, "nobody looked");
            return next == null ? Optional.empty() : next;
        }
    }

    @Test
    void who_follows_a_run_is_told_its_newest_event_and_that_a_run_is_gone() throws InterruptedException {
        var watch = new RunWatch(test.adapters.runs(), OFTEN);
        var there = Watcher.of(test.start(Definitions.text("x")).id());
        var gone = Watcher.of(new RunId(UUID.randomUUID()));
        watch.add(there);
        watch.add(gone);

        assertEquals(Optional.of(1L), there.next());
        assertEquals(Optional.empty(), gone.next());
        watch.remove(there);
        watch.remove(gone);
    }

    @Test
    void a_thousand_runs_are_one_question() throws InterruptedException {
        var questions = new AtomicInteger();
        var watch = new RunWatch(
                Calls.before(RunRepository.class, test.adapters.runs(), "newestEvents", questions::incrementAndGet),
                Duration.ofMillis(200));
        var watchers = new ArrayList<Watcher>();
        for (int i = 0; i < 1_000; i++) {
            watchers.add(Watcher.of(new RunId(UUID.randomUUID())));
        }
        watchers.forEach(watch::add);
        for (var watcher : watchers) {
            watcher.next();
        }
        watchers.forEach(watch::remove);
        int looks = watchers.stream()
                .mapToInt(watcher -> 1 + watcher.looks().size())
                .max()
                .orElseThrow();

        assertTrue(questions.get() <= looks + 1, () -> questions + " questions");
    }

    @Test
    void while_nobody_follows_nothing_is_asked_and_whoever_comes_later_is_told_again() throws InterruptedException {
        var questions = new AtomicInteger();
        var watch = new RunWatch(
                Calls.before(RunRepository.class, test.adapters.runs(), "newestEvents", questions::incrementAndGet),
                OFTEN);
        var first = Watcher.of(new RunId(UUID.randomUUID()));
        watch.add(first);
        first.next();
        watch.remove(first);
        TestCore.awaitThat(() -> !watch.isWatching());
        int asked = questions.get();

        var second = Watcher.of(new RunId(UUID.randomUUID()));
        assertEquals(asked, questions.get());
        watch.add(second);
        assertEquals(Optional.empty(), second.next());
        watch.remove(second);
    }

    @Test
    void a_database_that_is_away_is_asked_again() throws InterruptedException {
        var watch = new RunWatch(
                Calls.failing(RunRepository.class, test.adapters.runs(), "newestEvents", new AtomicInteger(3)), OFTEN);
        var watcher = Watcher.of(new RunId(UUID.randomUUID()));
        watch.add(watcher);

        assertEquals(Optional.empty(), watcher.next());
        watch.remove(watcher);
    }
}
