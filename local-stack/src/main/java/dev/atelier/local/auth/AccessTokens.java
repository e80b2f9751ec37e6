package dev.atelier.local.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes access tokens with the header and the claims of the real ones, and reads them again. */
final class AccessTokens {

    private final SigningKey key;
    private final String issuer;
    private final Duration lifetime;
    private final InstantSource clock;

    AccessTokens(SigningKey key, String issuer, Duration lifetime, InstantSource clock) {
        this.key = key;
        this.issuer = issuer;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** An access token and when it ends. */
    record Issued(String token, Duration lifetime, Instant expiresAt) {}

    /** What a valid token says of who brings it. */
    record Claims(UUID userId, UUID sessionId) {}

    Issued issue(User user, Session session) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lifetime);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(user.id().toString())
                .audience("authenticated")
                .expirationTime(Date.from(expiresAt))
                .issueTime(Date.from(now))
                .claim("email", user.email())
                .claim("phone", "")
                .claim("app_metadata", Json.toMap(user.appMetadata()))
                .claim("user_metadata", Json.toMap(user.userMetadata()))
                .claim("role", "authenticated")
                .claim("aal", "aal1")
                .claim(
                        "amr",
                        List.of(Map.of(
                                "method",
                                session.method(),
                                "timestamp",
                                session.signedInAt().getEpochSecond())))
                .claim("session_id", session.id().toString())
                .claim("is_anonymous", user.isAnonymous())
                .build();
        return new Issued(sign(claims), lifetime, expiresAt);
    }

    private String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.key().getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
        return token.serialize();
    }

    /**
     * What the token says.
     *
     * @throws AuthError {@code bad_jwt} if it is not one of ours, or no longer valid
     */
    Claims read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!token.verify(new ECDSAVerifier(key.key()))) {
                throw AuthError.badToken("invalid JWT: unable to parse or verify signature, signature is invalid");
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (!claims.getExpirationTime().toInstant().isAfter(clock.instant())) {
                throw AuthError.badToken(
                        "invalid JWT: unable to parse or verify signature, token has invalid claims: token is expired");
            }
            return new Claims(id(claims.getSubject()), id(claims.getStringClaim("session_id")));
        } catch (ParseException | JOSEException e) {
            throw AuthError.badToken("invalid JWT: unable to parse or verify signature, token is malformed");
        }
    }

    private static UUID id(String text) throws ParseException {
        return Optional.ofNullable(text)
                .map(UUID::fromString)
                .orElseThrow(() -> new ParseException("A claim is missing", 0));
    }
}
