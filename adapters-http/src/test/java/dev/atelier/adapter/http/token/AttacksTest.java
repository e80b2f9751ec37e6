package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that somebody would like to be taken for good. */
class AttacksTest {

    private final Issuer issuer = new Issuer();
    private final ECKey key = issuer.publish("one");
    private final SupabaseAuth auth = issuer.open();

    @AfterEach
    void close() {
        auth.close();
        issuer.close();
    }

    @Test
    void a_token_of_a_user_is_accepted() {
        assertInstanceOf(Accepted.class, verify(Issuer.sign(issuer.claims(), key)));
    }

    @Test
    void whatever_is_changed_of_a_token_makes_it_invalid() {
        var token = Issuer.sign(issuer.claims(), key);
        verify(token);

        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            if (token.charAt(i) != '.') {
                assertInvalid(token.substring(0, i) + other + token.substring(i + 1));
            }
        }
        assertInvalid(token + "A");
        assertInvalid(token.substring(0, token.length() - 1));
        assertInvalid(token + "=");
    }

    @Test
    void a_signature_of_another_key_is_none_whatever_the_header_says() throws JOSEException {
        var strange = issuer.newKey("one");
        assertInvalid(Issuer.sign(issuer.claims(), strange));
        assertInvalid(Issuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("one")
                        .jwk(strange.toPublicJWK())
                        .build(),
                issuer.claims(),
                new ECDSASigner(strange)));
    }

    @Test
    void no_signature_is_none() {
        for (var algorithm : List.of("none", "None", "ES256", "HS256")) {
            assertInvalid(Issuer.unsigned(Map.of("alg", algorithm, "kid", "one"), issuer.claims()));
            assertInvalid(Issuer.unsigned(Map.of("alg", algorithm, "kid", "one"), issuer.claims()) + "AA");
        }
    }

    @Test
    void the_public_key_is_no_shared_secret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build();
        for (var secret : List.of(key.toPublicJWK().toJSONString(), "x".repeat(64))) {
            assertInvalid(Issuer.sign(header, issuer.claims(), new MACSigner(secret)));
        }
    }

    @Test
    void headers_that_must_be_understood_are_not() {
        var token = Issuer.sign(issuer.claims(), key);
        var header = Base64URL.encode("{\"alg\":\"ES256\",\"kid\":\"one\",\"crit\":[\"exp\"],\"exp\":1}");

        assertInvalid(header + token.substring(token.indexOf('.')));
    }

    @Test
    void the_claims_must_be_those_of_a_user_of_this_project() {
        assertInvalid(sign(issuer.claims().issuer("https://other.supabase.co/auth/v1")));
        assertInvalid(sign(issuer.claims().issuer(null)));
        assertInvalid(sign(issuer.claims().audience("other")));
        assertInvalid(sign(issuer.claims().audience((String) null)));
        assertInvalid(sign(issuer.claims().subject(null)));
        assertInvalid(sign(issuer.claims().subject("ada")));
        assertInvalid(sign(issuer.claims().subject("../../etc/passwd")));
        assertInvalid(sign(issuer.claims().claim("role", "admin")));
        assertInvalid(sign(issuer.claims().claim("role", null)));
        assertInvalid(sign(issuer.claims().claim("role", List.of("authenticated"))));
        assertInvalid(sign(issuer.claims().claim("session_id", "x")));
        assertInvalid(sign(issuer.claims().expirationTime(null)));
        assertInvalid(sign(issuer.claims().claim("exp", "tomorrow")));
        assertInvalid(sign(issuer.claims().expirationTime(in(Duration.ofDays(4_000)))));
        assertInvalid(sign(issuer.claims().notBeforeTime(in(Duration.ofMinutes(5)))));
        assertInvalid(sign(issuer.claims().issueTime(in(Duration.ofMinutes(5)))));
    }

    @Test
    void clocks_may_differ_a_little() {
        assertInstanceOf(Accepted.class, verify(sign(issuer.claims().issueTime(in(Duration.ofSeconds(20))))));
    }

    @Test
    void keys_of_the_project_stand_for_no_user() {
        for (var role : List.of("anon", "service_role")) {
            assertEquals(
                    new Rejected(Reason.ROLE_NOT_ALLOWED),
                    verify(sign(issuer.claims().subject(null).claim("role", role))));
        }
    }

    @Test
    void what_is_no_token_at_all_is_invalid() {
        Stream.of("", ".", "..", "a.b.c", "x".repeat(1_000_000), "e30.e30.e30", "\u0000.\u0000.\u0000", "ä.ö.ü")
                .forEach(this::assertInvalid);
    }

    @Test
    void names_of_keys_that_nobody_has_do_not_make_us_ask_for_each() {
        IntStream.range(0, 1_000).forEach(i -> assertInvalid(Issuer.sign(issuer.claims(), strange(i))));

        assertEquals(1, issuer.fetches.get(), "fetches within one moment");
    }

    @Test
    void a_key_that_has_just_been_published_is_found_after_a_moment() {
        verify(Issuer.sign(issuer.claims(), key));
        var next = issuer.publish("two");
        issuer.clock.advance(KeySetSource.COOL_DOWN.plusSeconds(1));

        assertInstanceOf(Accepted.class, verify(Issuer.sign(issuer.claims(), next)));
    }

    @Test
    void a_key_that_was_withdrawn_is_good_no_more_also_for_tokens_that_were_accepted() {
        var token = sign(issuer.claims());
        assertInstanceOf(Accepted.class, verify(token));
        issuer.withdraw(key);
        issuer.publish("two");
        issuer.clock.advance(KeySetSource.STALE.plusSeconds(1));

        assertInvalid(token);
    }

    @Test
    void when_the_keys_cannot_be_had_nobody_is_called_a_liar_and_known_keys_go_on() {
        issuer.answer(500);
        assertThrows(PortFailure.Retryable.class, () -> verify(sign(issuer.claims())));
        assertThrows(PortFailure.Retryable.class, () -> auth.healthProbe().probe());

        issuer.answer(200);
        issuer.clock.advance(Duration.ofSeconds(2));
        assertInstanceOf(Accepted.class, verify(sign(issuer.claims())));

        issuer.answer(500);
        issuer.clock.advance(Duration.ofMinutes(20));
        assertInstanceOf(Accepted.class, verify(sign(issuer.claims())));
    }

    private ECKey strange(int number) {
        return new ECKey.Builder(key).keyID("strange" + number).build();
    }

    private Date in(Duration duration) {
        return Date.from(issuer.clock.instant().plus(duration));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        return Issuer.sign(claims, key);
    }

    private Verification verify(String token) {
        return auth.tokenVerifier().verify(token);
    }

    private void assertInvalid(String token) {
        assertEquals(new Rejected(Reason.INVALID), verify(token));
    }
}
