package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens of projects that still sign with a secret (HS256). */
class SharedSecretTest {

    private static final String SECRET = "a-secret-of-this-project-that-nobody-else-knows";

    private final Issuer issuer = new Issuer();
    private final SigningKey published = issuer.publish(SigningKey.es256("one"));
    private final SigningKey secret = SigningKey.hs256("not-in-the-key-set", SECRET.getBytes(UTF_8));
    private final SupabaseAuth auth = SupabaseAuth.open(issuer.settings().withSharedSecret(SECRET), issuer.clock);

    @AfterEach
    void close() {
        auth.close();
        issuer.close();
    }

    @Test
    void a_token_is_accepted_whatever_key_it_names_and_without_the_key_set() {
        issuer.answer(500);

        for (var id : new String[] {"not-in-the-key-set", "one"}) {
            var token = secret.named(id).sign(issuer.claims());
            assertInstanceOf(Accepted.class, verify(token));
            assertInstanceOf(Accepted.class, verify(token));
        }
        assertInstanceOf(Accepted.class, verify(secret.sign("{\"alg\":\"HS256\"}", issuer.claims())));
        assertEquals(0, issuer.fetches.get());
    }

    @Test
    void a_token_is_invalid_where_no_secret_is_set() {
        try (var without = issuer.open()) {
            assertEquals(new Rejected(Reason.INVALID), without.tokenVerifier().verify(secret.sign(issuer.claims())));
        }
    }

    @Test
    void another_secret_is_none_and_neither_is_a_public_key_or_one_that_was_published() {
        for (var other : new String[] {
            SECRET + "x", "x".repeat(64), published.published().toJSONString()
        }) {
            assertInvalid(SigningKey.hs256("one", other.getBytes(UTF_8)).sign(issuer.claims()));
        }
        var listed = issuer.publish(SigningKey.hs256("listed", "y".repeat(64).getBytes(UTF_8)));
        assertInvalid(listed.sign(issuer.claims()));
    }

    @Test
    void the_secret_signs_nothing_but_its_own_algorithm() {
        for (var algorithm : new String[] {"HS384", "HS512", "ES256", "RS256", "hs256"}) {
            assertInvalid(secret.sign("{\"alg\":\"%s\",\"kid\":\"one\"}".formatted(algorithm), issuer.claims()));
        }
        var token = secret.sign(issuer.claims());
        assertInvalid(token.substring(0, token.length() - 4));
        assertInvalid(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void published_keys_are_accepted_beside_it() {
        assertInstanceOf(Accepted.class, verify(published.sign(issuer.claims())));
    }

    @Test
    void the_anon_key_of_an_old_project_stands_for_no_user() {
        var anon = issuer.claims()
                .issuer("supabase")
                .subject(null)
                .audience((String) null)
                .claim("role", "anon");

        assertEquals(new Rejected(Reason.ROLE_NOT_ALLOWED), verify(secret.sign(anon)));
    }

    @Test
    void a_secret_of_less_than_32_bytes_is_refused_and_not_shown() {
        var settings = issuer.settings();
        assertTrue(settings.withSharedSecret("ä".repeat(16)).sharedSecret().isPresent());

        var refused = assertThrows(IllegalArgumentException.class, () -> settings.withSharedSecret("sesame".repeat(5)));

        assertFalse(String.valueOf(refused.getMessage()).contains("sesame"), refused::getMessage);
    }

    @Test
    void settings_do_not_show_the_secret() {
        var text = issuer.settings().withSharedSecret(SECRET).toString();

        assertFalse(text.contains(SECRET));
        assertTrue(
                text.contains("shared secret")
                        && text.contains(issuer.settings().issuer()),
                text);
        assertFalse(issuer.settings().toString().contains("shared secret"));
    }

    @Test
    void secrets_that_come_with_the_tools_are_known_to_everybody() {
        var settings = issuer.settings();

        assertFalse(settings.hasWellKnownSecret());
        assertFalse(settings.withSharedSecret(SECRET).hasWellKnownSecret());
        assertTrue(settings.withSharedSecret("super-secret-jwt-token-with-at-least-32-characters-long")
                .hasWellKnownSecret());
        assertTrue(settings.withSharedSecret("your-super-secret-jwt-token-with-at-least-32-characters-long")
                .hasWellKnownSecret());
    }

    private Verification verify(String token) {
        return auth.tokenVerifier().verify(token);
    }

    private void assertInvalid(String token) {
        assertEquals(new Rejected(Reason.INVALID), verify(token), token);
    }
}
