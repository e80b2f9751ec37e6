package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.ECKey;
import java.security.Provider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerificationKeyTest {

    private final SigningKey key = SigningKey.es256("one");

    @Test
    void a_key_is_itself_under_its_own_name_alone() {
        var other = SigningKey.es256("one");
        var renamed = new ECKey.Builder(key.published().toECKey()).keyID("two").build();

        assertEquals(published(key), published(key));
        assertEquals(published(key).hashCode(), published(key).hashCode());
        assertNotEquals(published(key), published(other));
        assertNotEquals(
                published(key),
                VerificationKey.published(renamed, SignatureProvider.jdk())
                        .findFirst()
                        .orElseThrow());
        assertNotEquals(published(key), (Object) "one");
    }

    @Test
    void a_provider_that_cannot_check_a_signature_lets_nothing_pass() {
        var provider = new SignatureProvider(Optional.of(new Nothing()));
        var signer = SigningKey.edDsa("one");
        var verifying = VerificationKey.published(signer.published(), provider).findFirst();
        var issuer = new Issuer();
        try (issuer) {
            var token = CompactToken.parse(signer.sign(issuer.claims())).orElseThrow();

            assertTrue(published(signer).verifies(token));
            assertFalse(verifying.orElseThrow().verifies(token));
            assertTrue(VerificationKey.published(key.published(), provider)
                    .findAny()
                    .isEmpty());
        }
    }

    private static VerificationKey published(SigningKey key) {
        return VerificationKey.published(key.published(), SignatureProvider.jdk())
                .findFirst()
                .orElseThrow();
    }

    /** Has no algorithm at all. */
    private static final class Nothing extends Provider {

        private static final long serialVersionUID = 1L;

        Nothing() {
            super("nothing", "1", "knows nothing");
        }
    }
}
