package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred thousand texts, random and nearly right, are all found invalid, and none of them takes long. */
@Timeout(180)
class RandomTokensTest {

    private static final int TOKENS = 25_000;
    private static final String SECRET = "a-secret-of-this-project-that-nobody-else-knows";

    /** A whole second is a pause of the machine; several of them would be ours. */
    private static final Duration SLOW = Duration.ofMillis(200);

    private static final int PAUSES = 5;

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "EdDSA", "HS256"})
    void they_are_invalid_and_quickly_found_to_be(String algorithm) {
        try (var issuer = new Issuer();
                var auth = SupabaseAuth.open(issuer.settings().withSharedSecret(SECRET), issuer.clock)) {
            var valid = key(issuer, algorithm).sign(issuer.claims());
            assertInstanceOf(Accepted.class, auth.tokenVerifier().verify(valid));

            long slow = new RandomTokens(algorithm.hashCode(), valid)
                    .stream()
                            .limit(TOKENS)
                            .filter(token -> isSlow(() -> assertEquals(
                                    new Rejected(Reason.INVALID),
                                    auth.tokenVerifier().verify(token),
                                    token)))
                            .count();

            assertTrue(slow <= PAUSES, () -> slow + " took longer than " + SLOW);
            assertTrue(issuer.fetches.get() <= 2);
            assertInstanceOf(Accepted.class, auth.tokenVerifier().verify(valid));
        }
    }

    private static boolean isSlow(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(SLOW.toMillis());
    }

    private static SigningKey key(Issuer issuer, String algorithm) {
        return algorithm.equals("HS256")
                ? SigningKey.hs256("one", SECRET.getBytes(StandardCharsets.UTF_8))
                : issuer.publish(SigningKey.of(algorithm, "one"));
    }
}
