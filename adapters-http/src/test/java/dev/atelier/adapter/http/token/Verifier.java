package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.util.List;
import java.util.stream.Stream;

/** A verifier that trusts one key, and the issuer that publishes it. */
final class Verifier implements AutoCloseable {

    final Issuer issuer = new Issuer();
    final SigningKey key;
    private final SupabaseAuth auth;

    Verifier(SigningKey key, SignatureProvider provider) {
        this.key = issuer.publish(key);
        this.auth = issuer.open(provider);
    }

    /** Both providers: what holds with one has to hold with the other. */
    static List<SignatureProvider> providers() {
        return Stream.of(SignatureProvider.jdk(), SignatureProvider.corretto().orElseThrow())
                .toList();
    }

    static Verifier withEs256(SignatureProvider provider) {
        return new Verifier(SigningKey.es256("one"), provider);
    }

    SupabaseAuth auth() {
        return auth;
    }

    JWTClaimsSet.Builder claims() {
        return issuer.claims();
    }

    Verification verify(String token) {
        return auth.tokenVerifier().verify(token);
    }

    void assertAccepted(String token) {
        assertInstanceOf(Accepted.class, verify(token), token);
    }

    void assertInvalid(String token) {
        assertEquals(new Rejected(Reason.INVALID), verify(token), token);
    }

    @Override
    public void close() {
        auth.close();
        issuer.close();
    }
}
