package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {

    private static final String ISSUER = "http://localhost:54321/auth/v1";

    private final SettableClock clock = new SettableClock();
    private final SigningKey key = SigningKey.in(Optional.empty());
    private final AccessTokens tokens = new AccessTokens(key, ISSUER, Duration.ofHours(1), clock);
    private final User user = user();
    private final Session session =
            new Session(UUID.randomUUID(), user.id(), Instant.parse("2029-12-31T23:59:58Z"), Session.BY_PASSWORD);

    @Test
    void theHeaderNamesAlgorithmKeyAndType() throws Exception {
        SignedJWT token = issued();
        assertEquals(
                Map.of("alg", "ES256", "kid", key.key().getKeyID(), "typ", "JWT"),
                token.getHeader().toJSONObject());
        assertTrue(token.verify(new ECDSAVerifier(key.key().toPublicJWK())));
    }

    @Test
    void theClaimsAreThoseOfSupabase() throws Exception {
        JWTClaimsSet claims = issued().getJWTClaimsSet();
        assertEquals(
                Set.of(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "email",
                        "phone",
                        "app_metadata",
                        "user_metadata",
                        "role",
                        "aal",
                        "amr",
                        "session_id",
                        "is_anonymous"),
                claims.getClaims().keySet());
        assertEquals(ISSUER, claims.getIssuer());
        assertEquals(user.id().toString(), claims.getSubject());
        assertEquals(List.of("authenticated"), claims.getAudience());
        assertEquals(clock.instant(), claims.getIssueTime().toInstant());
        assertEquals(
                clock.instant().plus(Duration.ofHours(1)),
                claims.getExpirationTime().toInstant());
        assertEquals("ida@example.com", claims.getClaim("email"));
        assertEquals("", claims.getClaim("phone"));
        assertEquals(Map.of("provider", "email"), claims.getClaim("app_metadata"));
        assertEquals(Map.of("fullName", "Ida"), claims.getClaim("user_metadata"));
        assertEquals("authenticated", claims.getClaim("role"));
        assertEquals("aal1", claims.getClaim("aal"));
        assertEquals(List.of(Map.of("method", "password", "timestamp", 1_893_455_998L)), claims.getClaim("amr"));
        assertEquals(session.id().toString(), claims.getClaim("session_id"));
        assertEquals(false, claims.getClaim("is_anonymous"));
    }

    @Test
    void theAudienceIsATextAndNoList() throws Exception {
        assertTrue(issued().getPayload().toString().contains("\"aud\":\"authenticated\""));
    }

    @Test
    void aTokenIsReadAgain() {
        assertEquals(
                new AccessTokens.Claims(user.id(), session.id()),
                tokens.read(tokens.issue(user, session).token()));
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = tokens.issue(user, session).token();
        clock.advance(Duration.ofHours(1));
        assertRefused(token);
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        AccessTokens others = new AccessTokens(SigningKey.in(Optional.empty()), ISSUER, Duration.ofHours(1), clock);
        assertRefused(others.issue(user, session).token());
    }

    @Test
    void aTokenThatWasChangedIsRefused() throws Exception {
        Base64URL[] parts = issued().getParsedParts();
        Base64URL[] others =
                SignedJWT.parse(tokens.issue(user(), session).token()).getParsedParts();
        assertRefused(parts[0] + "." + others[1] + "." + parts[2]);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String text : List.of("", "a.b.c", "token", "eyJhbGciOiJub25lIn0.e30.", "..")) {
            assertRefused(text);
        }
    }

    @Test
    void aKeyInAFileStaysTheSame(@TempDir Path directory) {
        Optional<Path> file = Optional.of(directory.resolve("auth/key.json"));
        assertEquals(SigningKey.in(file), SigningKey.in(file));
    }

    @Test
    void theFileOfTheKeyIsForItsOwnerAlone(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("key.json");
        SigningKey.in(Optional.of(file));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    }

    @Test
    void aFileWithoutAKeyIsAnErrorThatSaysWhatToDo(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("key.json"), "{}");
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> SigningKey.in(Optional.of(file)));
        assertTrue(String.valueOf(error.getMessage()).contains("delete the file"));
    }

    @Test
    void theKeyIsNotShown() {
        assertFalse(key.toString().contains(key.key().getD().toString()));
    }

    private SignedJWT issued() throws Exception {
        return SignedJWT.parse(tokens.issue(user, session).token());
    }

    private void assertRefused(String token) {
        AuthError error = assertThrows(AuthError.class, () -> tokens.read(token));
        assertEquals("bad_jwt", error.code());
        assertEquals(403, error.status());
    }

    private static User user() {
        Instant now = Instant.parse("2029-06-01T00:00:00Z");
        return new User(
                UUID.randomUUID(),
                "ida@example.com",
                "",
                Json.object().put("provider", "email"),
                Json.object().put("fullName", "Ida"),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                false);
    }
}
