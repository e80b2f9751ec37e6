package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.atelier.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Supabase Auth, as far as it publishes keys and signs tokens; it signs anything. */
final class Issuer implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;
    private final List<JWK> published = new ArrayList<>();
    private volatile int status = 200;

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/auth/v1/.well-known/jwks.json", exchange -> {
            fetches.incrementAndGet();
            var keys = new JWKSet(List.copyOf(published)).toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(status, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    SupabaseAuthSettings settings() {
        return SupabaseAuthSettings.of(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    SupabaseAuth open() {
        return SupabaseAuth.open(settings(), clock);
    }

    void answer(int withStatus) {
        status = withStatus;
    }

    ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    ECKey publish(String id) {
        var key = newKey(id);
        publish(key);
        return key;
    }

    void publish(JWK key) {
        published.add(key.toPublicJWK() == null ? key : key.toPublicJWK());
    }

    void withdraw(JWK key) {
        published.removeIf(other -> other.getKeyID().equals(key.getKeyID()));
    }

    /** The claims of a user's token that is good for an hour. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(settings().issuer())
                .subject(UUID.randomUUID().toString())
                .audience("authenticated")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofHours(1))))
                .claim("role", "authenticated")
                .claim("session_id", UUID.randomUUID().toString())
                .claim("is_anonymous", false);
    }

    static String sign(JWTClaimsSet.Builder claims, ECKey key) {
        try {
            return sign(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims,
                    new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(Map<String, Object> header, JWTClaimsSet.Builder claims) {
        return encode(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(header)) + "."
                + encode(claims.build().toString()) + ".";
    }

    private static String encode(String json) {
        return com.nimbusds.jose.util.Base64URL.encode(json).toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
