package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are signed as they should be, and do not stand for a user of this project. */
class ClaimAttacksTest {

    private final Verifier verifier = Verifier.withEs256(SignatureProvider.fastest());

    @AfterEach
    void close() {
        verifier.close();
    }

    @Test
    void an_issuer_that_is_missing_or_another() {
        assertInvalid(claims().issuer(null));
        assertInvalid(claims().issuer("https://other.supabase.co/auth/v1"));
        assertInvalid(claims().issuer(verifier.issuer.settings().issuer() + "/"));
        assertInvalid(with("iss", List.of(verifier.issuer.settings().issuer())));
    }

    @Test
    void an_audience_that_is_missing_or_another_also_inside_an_array() {
        assertInvalid(with("aud", null));
        assertInvalid(with("aud", "other"));
        assertInvalid(with("aud", List.of()));
        assertInvalid(with("aud", List.of("other", "another")));
        assertInvalid(with("aud", List.of(List.of("authenticated"))));
        assertInvalid(with("aud", Map.of("authenticated", true)));
        assertAccepted(with("aud", List.of("other", "authenticated")));
    }

    @Test
    void a_role_that_is_missing_or_another() {
        assertInvalid(with("role", null));
        assertInvalid(with("role", "admin"));
        assertInvalid(with("role", "Authenticated"));
        assertInvalid(with("role", List.of("authenticated")));
    }

    @Test
    void a_subject_that_is_no_uuid() {
        for (var subject : new String[] {
            "",
            "ada",
            "../../etc/passwd",
            "1-1-1-1-1",
            "00000001-0001-0001-001-0000000000001", // as long as one, and the JDK reads it
            "{00000000-0000-0000-0000-000000000000}"
        }) {
            assertInvalid(claims().subject(subject));
        }
        assertInvalid(claims().subject(null));
        assertInvalid(with("sub", 1));
    }

    @Test
    void a_session_that_is_missing_or_no_uuid() {
        assertInvalid(with("session_id", null));
        assertInvalid(with("session_id", "x"));
        assertInvalid(with("session_id", 1));
    }

    @Test
    void an_id_token_of_openid_connect_which_is_for_a_client_and_has_neither_role_nor_session() {
        assertInvalid(with("aud", "3f0b4f0e-2a53-4c5e-9d5f-6a4b1c2d3e4f")
                .claim("role", null)
                .claim("session_id", null));
        assertInvalid(with("role", null).claim("session_id", null));
        assertInvalid(with("session_id", null));
    }

    /** Numbers as they stand in the token, some of which no library would write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1793538000\"",
                "null",
                "true",
                "[1793538000]",
                "{}",
                "-1",
                "1e300",
                "1e999999999",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551617",
                "253402300800",
                "32503680000"
            })
    void an_expiry_that_is_no_number_or_none_that_anybody_would_set(String expiry) {
        var claims = claims().expirationTime(null).build().toString();

        verifier.assertInvalid(sign(claims.replaceFirst("\\{", "{\"exp\":" + expiry + ",")));
    }

    @Test
    void an_expiry_that_is_missing() {
        assertInvalid(claims().expirationTime(null));
    }

    @Test
    void an_expiry_that_is_years_away() {
        assertInvalid(claims().expirationTime(in(Duration.ofDays(400))));
        assertAccepted(claims().expirationTime(in(Duration.ofDays(7))));
    }

    @Test
    void a_time_that_is_over() {
        var expired = new Rejected(Reason.EXPIRED);
        assertEquals(expired, verifier.verify(sign(claims().expirationTime(in(Duration.ZERO)))));
        assertEquals(expired, verifier.verify(sign(claims().expirationTime(in(Duration.ofDays(-1))))));
        assertAccepted(claims().expirationTime(in(Duration.ofSeconds(1))));
    }

    @Test
    void a_time_that_has_not_come() {
        for (var claim : new String[] {"iat", "nbf"}) {
            assertInvalid(with(claim, in(Duration.ofSeconds(31))));
            assertInvalid(with(claim, "now"));
            assertAccepted(with(claim, in(Duration.ofSeconds(29)))); // clocks differ
            assertAccepted(with(claim, null));
            assertAccepted(with(claim, Date.from(Instant.EPOCH)));
            assertInvalid(with(claim, Date.from(Instant.EPOCH.minusSeconds(1))));
        }
    }

    @Test
    void keys_of_the_project_which_stand_for_no_user() {
        for (var role : List.of("anon", "service_role")) {
            var key = with("role", role)
                    .issuer("supabase")
                    .subject(null)
                    .claim("aud", null)
                    .claim("session_id", null);
            assertEquals(new Rejected(Reason.ROLE_NOT_ALLOWED), verifier.verify(sign(key)));
            key.expirationTime(in(Duration.ZERO));
            assertEquals(new Rejected(Reason.EXPIRED), verifier.verify(sign(key)));
        }
    }

    @Test
    void whether_a_user_is_anonymous_is_yes_or_no_and_no_when_it_is_not_said() {
        assertInvalid(with("is_anonymous", "true"));
        assertInvalid(with("is_anonymous", 1));
        assertFalse(assertInstanceOf(Accepted.class, verifier.verify(sign(with("is_anonymous", null))))
                .anonymous());
        assertTrue(assertInstanceOf(Accepted.class, verifier.verify(sign(with("is_anonymous", true))))
                .anonymous());
    }

    @Test
    void a_role_that_users_give_themselves_counts_for_nothing() {
        assertInvalid(with("role", null).claim("user_metadata", Map.of("role", "authenticated")));
        assertInvalid(with("is_anonymous", "false"));
    }

    private JWTClaimsSet.Builder claims() {
        return verifier.claims();
    }

    private JWTClaimsSet.Builder with(String name, @Nullable Object value) {
        return claims().claim(name, value);
    }

    private Date in(Duration duration) {
        return Date.from(verifier.issuer.clock.instant().plus(duration));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        return verifier.key.sign(claims);
    }

    private String sign(String claims) {
        return verifier.key.sign(verifier.key.header(), claims);
    }

    private void assertAccepted(JWTClaimsSet.Builder claims) {
        verifier.assertAccepted(sign(claims));
    }

    private void assertInvalid(JWTClaimsSet.Builder claims) {
        verifier.assertInvalid(sign(claims));
    }
}
