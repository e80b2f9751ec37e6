package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String hash = Passwords.hash("correct horse");
        assertTrue(Passwords.matches("correct horse", hash));
        assertFalse(Passwords.matches("Correct horse", hash));
        assertFalse(Passwords.matches("", hash));
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertNotEquals(Passwords.hash("correct horse"), Passwords.hash("correct horse"));
    }

    @Test
    void hashesOfTheRealServiceAreUnderstood() {
        // Of "a" 72 times, made by crypt(3).
        assertTrue(Passwords.matches("a".repeat(72), "$2a$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe"));
    }

    @Test
    void aUserWithoutAPasswordHasNoneThatMatches() {
        assertFalse(Passwords.matches("", ""));
        assertFalse(Passwords.matches("anything", ""));
    }

    @Test
    void sixCharactersAreEnoughAndFiveAreNot() {
        assertTrue(Passwords.matches("123456", Passwords.hash("123456")));
        assertTrue(Passwords.matches("äöüÄÖÜ", Passwords.hash("äöüÄÖÜ")));
        AuthError error = assertThrows(AuthError.class, () -> Passwords.hash("12345"));
        assertEquals("weak_password", error.code());
    }

    @Test
    void charactersCountAndNotTheirParts() {
        AuthError error = assertThrows(AuthError.class, () -> Passwords.hash("🐎🐎🐎"));
        assertEquals("weak_password", error.code());
    }

    @Test
    void all72BytesCountAndMoreAreRefused() {
        String longest = "é".repeat(36);
        assertTrue(Passwords.matches(longest, Passwords.hash(longest)));
        assertFalse(Passwords.matches("é".repeat(35) + "è", Passwords.hash(longest)));
        AuthError error = assertThrows(AuthError.class, () -> Passwords.hash(longest + "x"));
        assertEquals("validation_failed", error.code());
        assertEquals(400, error.status());
    }

    @Test
    void aPasswordThatIsTooLongMatchesNothing() {
        assertFalse(Passwords.matches("x".repeat(73), Passwords.hash("x".repeat(72))));
    }
}
