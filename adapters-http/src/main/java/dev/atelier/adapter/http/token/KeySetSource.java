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

/**
 * The issuer's keys, kept for a while. Supabase asks that nobody keeps them longer than ten minutes; when they are half as
 * old they are fetched again while requests go on with the ones that are there. When the address does not answer, the old
 * ones stay good: a key that was taken back meanwhile is the smaller evil. All who wait share one fetch.
 */
final class KeySetSource {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration STALE = Duration.ofMinutes(10);

    /** Names of keys are free to make up, and must not force a fetch each. */
    static final Duration COOL_DOWN = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(KeySetSource.class);
    private static final Duration WITHOUT_KEYS_TRY_EVERY = Duration.ofSeconds(1);

    private final KeySetAddress address;
    private final InstantSource clock;

    private Optional<Fetched> fetched = Optional.empty();
    private Optional<Failed> failed = Optional.empty();
    private Instant lastAttempt = Instant.MIN;
    private Optional<CompletableFuture<KeySet>> running = Optional.empty();

    KeySetSource(KeySetAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    private record Fetched(KeySet keys, Instant at) {}

    private record Failed(PortFailure why, Instant at) {}

    /**
     * The keys, not older than they may be unless newer ones cannot be had.
     *
     * @throws PortFailure.Retryable when there are none yet, and none can be had
     */
    KeySet current() {
        var known = known();
        if (known.isEmpty()) {
            return first();
        }
        var age = Duration.between(known.get().at(), clock.instant());
        if (age.compareTo(FRESH) < 0 || !mayTry(COOL_DOWN)) {
            return known.get().keys();
        }
        var fetch = start();
        return age.compareTo(STALE) < 0
                ? known.get().keys()
                : outcome(fetch, known.get().keys());
    }

    private KeySet first() {
        if (!mayTry(WITHOUT_KEYS_TRY_EVERY)) {
            recentFailure().ifPresent(failure -> {
                throw failure;
            });
        }
        return join(start());
    }

    private static KeySet outcome(CompletableFuture<KeySet> fetch, KeySet otherwise) {
        try {
            return join(fetch);
        } catch (PortFailure e) {
            return otherwise;
        }
    }

    /**
     * The keys, fetched again unless that has been done a moment ago.
     *
     * @throws PortFailure.Retryable when newer ones cannot be had, so that nobody knows whether there are
     */
    KeySet refreshed() {
        if (mayTry(COOL_DOWN)) {
            return join(start());
        }
        recentFailure().ifPresent(failure -> {
            throw failure;
        });
        return current();
    }

    /**
     * Fetches them now.
     *
     * @throws PortFailure.Retryable when they cannot be had
     */
    KeySet fetch() {
        return join(start());
    }

    private synchronized Optional<Fetched> known() {
        return fetched;
    }

    private synchronized Optional<PortFailure> recentFailure() {
        return failed.map(Failed::why);
    }

    /** Whether the last attempt is long enough ago, or still going on. */
    private synchronized boolean mayTry(Duration pause) {
        return running.isPresent() || !lastAttempt.isAfter(clock.instant().minus(pause));
    }

    private synchronized CompletableFuture<KeySet> start() {
        if (running.isEmpty()) {
            lastAttempt = clock.instant();
            var fetch = new CompletableFuture<KeySet>();
            running = Optional.of(fetch);
            Thread.ofVirtual().name("key-set").start(() -> run(fetch));
        }
        return running.get();
    }

    private void run(CompletableFuture<KeySet> fetch) {
        try {
            var keys = address.fetch();
            succeed(keys);
            fetch.complete(keys);
        } catch (PortFailure e) {
            LOG.warn("{}", e.getMessage());
            fail(e);
            fetch.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.error("the key set could not be fetched", e);
            var failure = PortFailure.Retryable.unavailable(PortFailure.Service.AUTH, "the key set is unusable", e);
            fail(failure);
            fetch.completeExceptionally(failure);
        }
    }

    private synchronized void succeed(KeySet keys) {
        fetched = Optional.of(new Fetched(keys, clock.instant()));
        failed = Optional.empty();
        running = Optional.empty();
    }

    private synchronized void fail(PortFailure why) {
        failed = Optional.of(new Failed(why, clock.instant()));
        running = Optional.empty();
    }

    private static KeySet join(CompletableFuture<KeySet> fetch) {
        try {
            return fetch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PortFailure failure ? failure : e;
        }
    }
}
