package dev.atelier.adapter.http.token;

import dev.atelier.port.out.account.Verification.Accepted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that were accepted: a signature costs most of a millisecond to check, and a client sends the same token for an
 * hour. Kept by digest, so that no memory dump holds a token; the ones that were used least recently are forgotten first.
 */
final class VerifiedTokens {

    private static final int MOST = 10_000;

    private final Map<String, Remembered> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };
    private final InstantSource clock;

    VerifiedTokens(InstantSource clock) {
        this.clock = clock;
    }

    private record Remembered(Accepted accepted, VerificationKey key) {}

    /** What was found, as long as the token has not expired and its key is still in {@code keys}. */
    Optional<Accepted> find(String token, KeySet keys) {
        var digest = digest(token);
        synchronized (entries) {
            var entry = Optional.ofNullable(entries.get(digest));
            var valid = entry.filter(found ->
                    keys.contains(found.key) && found.accepted.expiresAt().isAfter(clock.instant()));
            if (valid.isEmpty()) {
                entries.remove(digest);
            }
            return valid.map(Remembered::accepted);
        }
    }

    void remember(String token, Accepted accepted, VerificationKey key) {
        var digest = digest(token);
        synchronized (entries) {
            entries.put(digest, new Remembered(accepted, key));
        }
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
