package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.adapter.http.token.Issuer;
import dev.atelier.adapter.http.token.RandomTokens;
import dev.atelier.adapter.http.token.SigningKey;
import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Tokens as Supabase signs them, and what strangers send instead, from the outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class TokensOverHttpTest {

    private static final String ME = Routes.API + "/me";
    private static final int TOKENS = 3_000;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int PAUSES = 5;
    private static final String INVALID =
            "Bearer error=\"invalid_token\", error_description=\"The token is not valid\"";

    private final Issuer issuer = new Issuer();
    private final SigningKey key = issuer.publish(SigningKey.es256("one"));
    private final SupabaseAuth auth = SupabaseAuth.open(issuer.settings(), issuer.clock);
    private final TestServer server =
            TestServer.start(TestServer.SETTINGS, ports -> Ports.with(ports, auth.tokenVerifier()));

    @AfterAll
    void stop() {
        server.close();
        auth.close();
        issuer.close();
    }

    @Test
    void aTokenOfAUserLetsThemIn() {
        var user = new UserId(UUID.randomUUID());
        server.adapters().addUser(new User(user, "ada@example.com", new UserProfile(""), issuer.clock.instant(), 1));
        var token = key.sign(issuer.claims().subject(user.value().toString()));

        server.client(user, token).get(ME).expect(200);
    }

    @Test
    void whateverElseIsSentIsUnauthorizedAndNothingMoreIsSaid() {
        var nobody = new UserId(UUID.randomUUID());
        var texts = new RandomTokens(42, key.sign(issuer.claims()))
                .stream()
                        .filter(text -> text.length() < 20_000
                                && text.chars().allMatch(character -> character > ' ' && character < 0x7f))
                        .limit(TOKENS)
                        .toList();

        long slow = texts.stream()
                .filter(text -> {
                    long begun = System.nanoTime();
                    var refused = server.client(nobody, text).get(ME).expectProblem(401, "invalid_token");
                    assertEquals(Optional.of(INVALID), refused.header("WWW-Authenticate"));
                    assertEquals("The token is not valid.", refused.string("detail"));
                    return System.nanoTime() - begun > SLOW.toNanos();
                })
                .count();

        assertTrue(slow <= PAUSES, () -> slow + " took longer than " + SLOW);
    }

    @Test
    void everyReasonToRefuseATokenLooksTheSame() {
        var nobody = new UserId(UUID.randomUUID());
        for (var token : new String[] {
            key.sign(issuer.claims().issuer("https://other.example.com")),
            key.sign(issuer.claims().audience("other")),
            key.named("unknown").sign(issuer.claims()),
            SigningKey.es256("one").sign(issuer.claims()),
            "x".repeat(20_000)
        }) {
            var refused = server.client(nobody, token).get(ME).expectProblem(401, "invalid_token");

            assertEquals(Optional.of(INVALID), refused.header("WWW-Authenticate"));
            assertEquals("The token is not valid.", refused.string("detail"));
            assertEquals(6, refused.json().size());
        }
    }
}
