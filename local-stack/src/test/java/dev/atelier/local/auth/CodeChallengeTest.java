package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeChallengeTest {

    /** From RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void theExampleOfTheStandardFits() {
        CodeChallenge challenge = CodeChallenge.of(CHALLENGE, "S256").orElseThrow();
        assertTrue(challenge.isOf(VERIFIER));
        assertFalse(challenge.isOf(CHALLENGE));
        assertFalse(challenge.isOf(""));
    }

    @Test
    void aPlainChallengeIsTheSecretItself() {
        CodeChallenge challenge = CodeChallenge.of(CHALLENGE, "plain").orElseThrow();
        assertTrue(challenge.isOf(CHALLENGE));
        assertFalse(challenge.isOf(VERIFIER));
    }

    @Test
    void noneIsNoError() {
        assertEquals(Optional.empty(), CodeChallenge.of("", ""));
    }

    @Test
    void whatCannotBeOneIsRefused() {
        assertRefused(CHALLENGE, "");
        assertRefused("", "s256");
        assertRefused(CHALLENGE, "md5");
        assertRefused("x".repeat(42), "s256");
        assertRefused("x".repeat(129), "s256");
        assertRefused(CHALLENGE.replace('-', '+'), "s256");
    }

    private static void assertRefused(String challenge, String method) {
        assertEquals(
                "validation_failed",
                assertThrows(AuthError.class, () -> CodeChallenge.of(challenge, method))
                        .code());
    }
}
