package dev.atelier.adapter.http.token;

import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.testkit.TokenVerifierContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"ES256", "RS256", "EdDSA"})
class SupabaseTokenVerifierTest extends TokenVerifierContract {

    private final Issuer issuer = new Issuer();
    private final SigningKey key;
    private final SupabaseAuth auth = issuer.open();

    SupabaseTokenVerifierTest(String algorithm) {
        key = issuer.publish(SigningKey.of(algorithm, "one"));
    }

    @AfterEach
    void close() {
        auth.close();
        issuer.close();
    }

    @Override
    protected TokenVerifier verifier() {
        return auth.tokenVerifier();
    }

    @Override
    protected Instant now() {
        return issuer.clock.instant();
    }

    @Override
    protected void elapse(Duration time) {
        issuer.clock.advance(time);
    }

    @Override
    protected String issue(Accepted expected) {
        return key.sign(issuer.claims()
                .subject(expected.user().value().toString())
                .expirationTime(Date.from(expected.expiresAt()))
                .claim("session_id", expected.sessionId().toString())
                .claim("is_anonymous", expected.anonymous()));
    }

    @Override
    protected String issueKey() {
        return key.sign(issuer.claims().subject(null).claim("role", "service_role"));
    }
}
