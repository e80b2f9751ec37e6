package dev.atelier.adapter.http.token;

import dev.atelier.adapter.http.token.KeySetFetches.Fetch;
import dev.atelier.adapter.http.token.KeySetFetches.Fetched;
import dev.atelier.port.PortFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * The issuer's keys, kept for a while. Nobody is to keep them longer than ten minutes; when they are half as old they are
 * fetched again while requests go on with the ones that are there. When the address does not answer, the old ones stay good:
 * a key that was taken back meanwhile is the smaller evil. All who wait share one fetch.
 */
final class KeySetSource {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration STALE = Duration.ofMinutes(10);

    /** Names of keys are free to make up, and must not force a fetch each. */
    static final Duration COOL_DOWN = Duration.ofSeconds(30);

    /** How long an address that has failed is left alone while there are keys to go on with. */
    static final Duration RETRY = Duration.ofSeconds(30);

    private static final Duration RETRY_WITHOUT_KEYS = Duration.ofSeconds(1);

    private final KeySetFetches fetches;
    private Optional<Fetch> forced = Optional.empty();

    KeySetSource(KeySetFetches fetches) {
        this.fetches = fetches;
    }

    /**
     * The keys, not older than they may be unless newer ones cannot be had.
     *
     * @throws PortFailure.Retryable when there are none yet, and none can be had
     */
    KeySet current() {
        return usable().keys();
    }

    private Fetched usable() {
        var known = fetches.newest();
        if (known.isEmpty()) {
            return first();
        }
        var age = fetches.age(known.get().fetch().at());
        return age.compareTo(FRESH) < 0 ? known.get() : renewed(known.get(), age);
    }

    private Fetched first() {
        fetches.failure(RETRY_WITHOUT_KEYS).ifPresent(failure -> {
            throw failure;
        });
        fetches.shared().join();
        return fetches.newest().orElseThrow();
    }

    /** While the address is known to be down, somebody tries it now and then, and nobody waits for it. */
    private Fetched renewed(Fetched known, Duration age) {
        if (fetches.failure(RETRY).isPresent()) {
            return known;
        }
        boolean down = fetches.failure(RETRY.multipliedBy(2)).isPresent();
        var fetch = fetches.shared();
        if (age.compareTo(STALE) >= 0 && !down) {
            waitFor(fetch);
        }
        return fetches.newest().orElse(known);
    }

    private static void waitFor(Fetch fetch) {
        try {
            fetch.join();
        } catch (PortFailure e) {
            // The old keys stay good.
        }
    }

    /**
     * The key that a token asks for. A name that is in no set so far may have been published a moment ago, so the set is
     * fetched once more, for one such name in {@link #COOL_DOWN}.
     *
     * @throws PortFailure.Retryable when the keys cannot be had, so that nobody knows whether there is such a one
     */
    Optional<VerificationKey> find(TokenHeader header) {
        long before = fetches.begun();
        var known = usable();
        return header.keyId().map(known.keys()::knows).orElse(true)
                ? known.keys().find(header)
                : newerThan(known, before).find(header);
    }

    /** The keys after the fetch that an unknown name has forced, which may be one that was forced a moment ago. */
    private KeySet newerThan(Fetched known, long before) {
        var fetch = force(known, before);
        var newest = fetches.newest().orElse(known);
        return newest.fetch().number() >= fetch.number() ? newest.keys() : fetch.join();
    }

    private synchronized Fetch force(Fetched known, long before) {
        boolean cooling = forced.filter(last -> fetches.age(last.at()).compareTo(COOL_DOWN) < 0)
                .isPresent();
        if (cooling) {
            return forced.get();
        }
        // What was fetched since the token came is as new as can be.
        var fetch = known.fetch().number() > before ? known.fetch() : fetches.begin();
        forced = Optional.of(fetch);
        return fetch;
    }

    /**
     * Fetches them now.
     *
     * @throws PortFailure.Retryable when they cannot be had
     */
    void fetch() {
        fetches.shared().join();
    }

    /** Whether {@code key} is still among them. */
    boolean trusts(VerificationKey key) {
        return current().contains(key);
    }
}
