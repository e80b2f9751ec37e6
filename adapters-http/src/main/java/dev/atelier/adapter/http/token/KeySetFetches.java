package dev.atelier.adapter.http.token;

import dev.atelier.port.PortFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches of the key set, each on a thread of its own, and what came of them. Safe for use by many threads. */
final class KeySetFetches {

    private static final Logger LOG = LoggerFactory.getLogger(KeySetFetches.class);

    private final KeySetAddress address;
    private final InstantSource clock;

    private volatile Optional<Fetched> newest = Optional.empty();
    private Optional<Failed> failed = Optional.empty();
    private Optional<Fetch> latest = Optional.empty();

    KeySetFetches(KeySetAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    /** @param number they are counted as they begin, because clocks are too coarse to tell which was first */
    record Fetch(long number, Instant at, CompletableFuture<KeySet> outcome) {

        boolean isRunning() {
            return !outcome.isDone();
        }

        /** @throws PortFailure.Retryable when it has failed */
        KeySet join() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof PortFailure failure ? failure : e;
            }
        }
    }

    /** @param fetch that began before: what was published or taken back while it ran may be in it or not */
    record Fetched(KeySet keys, Fetch fetch) {}

    private record Failed(PortFailure why, Instant at) {}

    /** The newest keys that were had. */
    Optional<Fetched> newest() {
        return newest;
    }

    /** How many fetches have begun. */
    synchronized long begun() {
        return latest.map(Fetch::number).orElse(0L);
    }

    /** Why the last fetch failed, if it did so within that time. */
    synchronized Optional<PortFailure> failure(Duration within) {
        return failed.filter(failure -> age(failure.at()).compareTo(within) < 0).map(Failed::why);
    }

    /** The fetch that is running, or one that begins now. */
    synchronized Fetch shared() {
        return latest.filter(Fetch::isRunning).orElseGet(this::begin);
    }

    /** A fetch that begins now. */
    synchronized Fetch begin() {
        var fetch = new Fetch(begun() + 1, clock.instant(), new CompletableFuture<>());
        latest = Optional.of(fetch);
        Thread.ofVirtual().name("key-set").start(() -> run(fetch));
        return fetch;
    }

    private void run(Fetch fetch) {
        try {
            var keys = address.fetch();
            succeed(new Fetched(keys, fetch));
            fetch.outcome().complete(keys);
        } catch (PortFailure e) {
            fail(fetch, e);
        } catch (RuntimeException | Error e) {
            fail(
                    fetch,
                    PortFailure.Retryable.unavailable(PortFailure.Service.AUTH, "the key set is unusable: " + e, e));
        }
    }

    private synchronized void succeed(Fetched keys) {
        if (newest.filter(known -> known.fetch().number() > keys.fetch().number())
                .isEmpty()) {
            newest = Optional.of(keys);
            failed = Optional.empty();
        }
    }

    private void fail(Fetch fetch, PortFailure why) {
        LOG.warn("{}", why.getMessage());
        synchronized (this) {
            failed = Optional.of(new Failed(why, clock.instant()));
        }
        fetch.outcome().completeExceptionally(why);
    }

    /** How long ago that was; a clock that was set back does not make anything young. */
    Duration age(Instant at) {
        return Duration.between(at, clock.instant()).abs();
    }
}
