package dev.atelier.adapter.http.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.port.out.account.Verification.Accepted;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tokens that were accepted: a signature costs many times as much to check, and a client sends the same token for an hour.
 * Kept by digest, so that no memory dump holds a token; the ones that are used least are forgotten first. All of them take
 * about 4 MB.
 */
final class VerifiedTokens {

    static final int MOST = 10_000;

    /** What is to be forgotten is forgotten at once, by whoever brings the one too many. */
    private final Cache<TokenDigest, Remembered> entries =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private final TrustedKeys keys;
    private final InstantSource clock;

    VerifiedTokens(TrustedKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Remembered(Accepted accepted, VerificationKey key) {}

    /** What was found, as long as the token has not expired and its key is still good. */
    Optional<Accepted> find(TokenDigest token) {
        var entry = entries.getIfPresent(token);
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.accepted().expiresAt().isAfter(clock.instant()) || !keys.contains(entry.key())) {
            entries.invalidate(token);
            return Optional.empty();
        }
        return Optional.of(entry.accepted());
    }

    void remember(TokenDigest token, Accepted accepted, VerificationKey key) {
        entries.put(token, new Remembered(accepted, key));
    }
}
