package dev.atelier.adapter.http.token;

import com.nimbusds.jose.jwk.ECKey;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.testkit.TokenVerifierContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;

class SupabaseTokenVerifierTest extends TokenVerifierContract {

    private final Issuer issuer = new Issuer();
    private final ECKey key = issuer.publish("one");
    private final SupabaseAuth auth = issuer.open();

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
        return Issuer.sign(
                issuer.claims()
                        .subject(expected.user().value().toString())
                        .expirationTime(Date.from(expected.expiresAt()))
                        .claim(
                                "session_id",
                                expected.sessionId().map(Object::toString).orElse(null))
                        .claim("is_anonymous", expected.anonymous()),
                key);
    }

    @Override
    protected String issueKey() {
        return Issuer.sign(issuer.claims().subject(null).claim("role", "service_role"), key);
    }
}
