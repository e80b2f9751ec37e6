package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private final Issuer issuer = new Issuer();
    private final SettableClock clock = issuer.clock;
    private final VerificationKey key = VerificationKey.shared("x".repeat(32).getBytes(UTF_8));
    private final KeySetAddress address = new KeySetAddress(issuer.settings(), SignatureProvider::jdk);
    private final VerifiedTokens tokens = new VerifiedTokens(
            new TrustedKeys(new KeySetSource(new KeySetFetches(address, clock)), Optional.of(key)), clock);

    @AfterEach
    void close() {
        address.close();
        issuer.close();
    }

    @Test
    void a_token_is_remembered_until_its_time_is_over_and_not_a_moment_longer() {
        var accepted = accepted();
        tokens.remember(digest(1), accepted, key);

        clock.set(accepted.expiresAt().minusNanos(1));
        assertEquals(Optional.of(accepted), tokens.find(digest(1)));
        clock.set(accepted.expiresAt());
        assertEquals(Optional.empty(), tokens.find(digest(1)));
        clock.set(Issuer.START);
        assertEquals(Optional.empty(), tokens.find(digest(1)), "it is forgotten, not hidden");
    }

    @Test
    void a_token_whose_key_is_gone_is_forgotten() {
        tokens.remember(
                digest(1), accepted(), VerificationKey.shared("y".repeat(32).getBytes(UTF_8)));

        assertEquals(Optional.empty(), tokens.find(digest(1)));
    }

    @Test
    void no_more_than_so_many_are_remembered() {
        int brought = 3 * VerifiedTokens.MOST;
        IntStream.range(0, brought).forEach(i -> tokens.remember(digest(i), accepted(), key));

        long remembered = IntStream.range(0, brought)
                .filter(i -> tokens.find(digest(i)).isPresent())
                .count();

        assertTrue(remembered <= VerifiedTokens.MOST, () -> remembered + " are");
        assertTrue(remembered > VerifiedTokens.MOST / 2, () -> remembered + " are");
    }

    @Test
    void a_digest_is_the_whole_sha_256() {
        assertEquals(
                new TokenDigest(0xba7816bf8f01cfeaL, 0x414140de5dae2223L, 0xb00361a396177a9cL, 0xb410ff61f20015adL),
                TokenDigest.of("abc"));
        assertNotEquals(TokenDigest.of("abc"), TokenDigest.of("abd"));
    }

    private Accepted accepted() {
        return new Accepted(
                new UserId(UUID.randomUUID()), Issuer.START.plus(Duration.ofHours(1)), UUID.randomUUID(), false);
    }

    private static TokenDigest digest(int number) {
        return TokenDigest.of("token" + number);
    }
}
