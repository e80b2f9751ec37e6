package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunEventFeed.MoreEvents;
import dev.atelier.port.out.run.RunEventFeed.Notice;
import dev.atelier.port.out.run.RunEventFeed.Token;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link RunEventFeed}, as far as one can be had of something that may lose what it is told: while all is
 * well it delivers. What happens when its connection is lost is for the tests of an adapter that has one.
 */
@Timeout(120)
public abstract class RunEventFeedContract {

    /** The feed of the process that tells; always the same one. */
    protected abstract RunEventFeed publisher();

    /** The feed of the process that watches, which may be another one; always the same one. */
    protected abstract RunEventFeed watcher();

    /** A listener that keeps what it was told. */
    private static final class Listening implements AutoCloseable {

        private final ConcurrentLinkedQueue<Notice> heard = new ConcurrentLinkedQueue<>();
        private final RunEventFeed.Subscription subscription;

        Listening(RunEventFeed feed, RunId run) {
            subscription = feed.subscribe(run, heard::add);
        }

        List<Notice> heard() {
            return List.copyOf(heard);
        }

        /** What it heard but the notice of the beginning, which may have come more than once. */
        List<Token> tokens() {
            return heard.stream()
                    .filter(Token.class::isInstance)
                    .map(Token.class::cast)
                    .filter(token -> !token.text().equals(BEGINNING.text()))
                    .toList();
        }

        @Override
        public void close() {
            subscription.close();
        }
    }

    private static final Token BEGINNING = token("beginning");

    @Test
    void aListenerIsToldThatThereMayBeMoreEvents() {
        var run = newRun();
        try (var listening = new Listening(watcher(), run)) {
            Concurrently.await("a notice", () -> {
                publisher().publish(run, new MoreEvents());
                return listening.heard().contains(new MoreEvents());
            });
        }
    }

    @Test
    void aListenerIsToldTheTextOfAStep() {
        var run = newRun();
        var token = new Token(new NodeId("\u00fcberschrift_\u05e9-1"), 12, Samples.ODD_TEXT);
        try (var listening = listen(run)) {
            publisher().publish(run, token);

            Concurrently.await("the token", () -> listening.tokens().equals(List.of(token)));
        }
    }

    @Test
    void everyTextSurvivesAlsoBlankOnes() {
        var run = newRun();
        var tokens = List.of(token(""), token(" "), token("\n"), token("\t\u0000|:,\"{}"), token("x".repeat(100_000)));
        try (var listening = listen(run)) {
            tokens.forEach(token -> publisher().publish(run, token));

            Concurrently.await("all tokens", () -> listening.tokens().equals(tokens));
        }
    }

    @Test
    void piecesOfATextComeInTheirOrder() {
        var run = newRun();
        var tokens = IntStream.range(0, 200)
                .mapToObj(number -> token("piece " + number))
                .toList();
        try (var listening = listen(run)) {
            tokens.forEach(token -> publisher().publish(run, token));

            Concurrently.await("all tokens", () -> listening.tokens().size() >= tokens.size());
            assertEquals(tokens, listening.tokens());
        }
    }

    @Test
    void everyListenerOfARunIsTold() {
        var run = newRun();
        try (var one = listen(run);
                var other = listen(run)) {
            publisher().publish(run, token("for both"));

            Concurrently.await("the first", () -> one.tokens().equals(List.of(token("for both"))));
            Concurrently.await("the second", () -> other.tokens().equals(List.of(token("for both"))));
        }
    }

    @Test
    void nobodyIsToldOfOtherRuns() {
        var run = newRun();
        var other = newRun();
        try (var listening = listen(run);
                var elsewhere = listen(other)) {
            publisher().publish(other, token("of the other"));
            Concurrently.await("the other", () -> !elsewhere.tokens().isEmpty());
            publisher().publish(run, token("of the run"));
            Concurrently.await("the run", () -> !listening.tokens().isEmpty());

            assertEquals(List.of(token("of the run")), listening.tokens());
            assertEquals(List.of(token("of the other")), elsewhere.tokens());
        }
    }

    @Test
    void publishingWithNobodyListeningIsSuccess() {
        assertDoesNotThrow(() -> publisher().publish(newRun(), new MoreEvents()));
    }

    @Test
    void nothingIsToldThatWasPublishedBeforeTheSubscription() {
        var run = newRun();
        publisher().publish(run, token("too early"));
        try (var listening = listen(run)) {
            publisher().publish(run, token("in time"));
            Concurrently.await("the later one", () -> listening.tokens().contains(token("in time")));

            assertFalse(listening.tokens().contains(token("too early")));
        }
    }

    @Test
    void aListenerIsToldNothingAfterItsSubscriptionWasClosed() {
        var run = newRun();
        var closed = listen(run);
        try (var other = listen(run)) {
            closed.close();
            var before = closed.heard();
            publisher().publish(run, token("late"));
            Concurrently.await("the other listener", () -> !other.tokens().isEmpty());

            assertEquals(before, closed.heard());
        }
    }

    @Test
    void aSubscriptionMayBeClosedAgain() {
        var run = newRun();
        var closed = listen(run);
        closed.close();
        try (var other = listen(run)) {
            assertDoesNotThrow(closed::close);
            publisher().publish(run, token("still there"));

            Concurrently.await("the other listener", () -> !other.tokens().isEmpty());
        }
    }

    @Test
    void aRunCanBeSubscribedAgainAfterAllHaveGone() {
        var run = newRun();
        listen(run).close();
        try (var listening = listen(run)) {
            publisher().publish(run, token("again"));

            Concurrently.await("the token", () -> listening.tokens().equals(List.of(token("again"))));
        }
    }

    @Test
    void aListenerIsCalledOnAThreadOfTheFeed() {
        var run = newRun();
        var threads = new ConcurrentSkipListSet<Long>();
        try (var ignored = watcher()
                .subscribe(run, notice -> threads.add(Thread.currentThread().threadId()))) {
            Concurrently.await("a notice", () -> {
                publisher().publish(run, new MoreEvents());
                return !threads.isEmpty();
            });
        }

        assertFalse(threads.contains(Thread.currentThread().threadId()));
    }

    @Test
    void aListenerIsCalledWithOneNoticeAtATime() {
        var run = newRun();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var heard = new AtomicInteger();
        try (var ignored = watcher().subscribe(run, notice -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(20_000); // room for another one to come in
            inside.decrementAndGet();
            heard.incrementAndGet();
        })) {
            Concurrently.await("many notices", () -> {
                Concurrently.all(8, () -> {
                    publisher().publish(run, new MoreEvents());
                    return true;
                });
                return heard.get() > 200;
            });
        }

        assertEquals(1, most.get());
    }

    /** A listener that certainly hears: it takes a while until a subscription has come to where it is known. */
    private Listening listen(RunId run) {
        var listening = new Listening(watcher(), run);
        Concurrently.await("the subscription", () -> {
            publisher().publish(run, BEGINNING);
            return listening.heard().contains(BEGINNING);
        });
        return listening;
    }

    private static Token token(String text) {
        return new Token(new NodeId("headline"), 0, text);
    }

    private static RunId newRun() {
        return new RunId(Samples.newId());
    }
}
