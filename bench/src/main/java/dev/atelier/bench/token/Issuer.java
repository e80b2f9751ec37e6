package dev.atelier.bench.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dev.atelier.adapter.http.token.SupabaseAuthSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Publishes one key, and signs tokens as they come from Supabase. */
final class Issuer implements AutoCloseable {

    private final Algorithm algorithm;
    private final KeyPair pair;
    private final HttpServer server;

    Issuer(Algorithm algorithm) throws GeneralSecurityException, IOException {
        this.algorithm = algorithm;
        pair = algorithm.newKeyPair();
        var keys = new JWKSet(algorithm.publish(pair)).toString().getBytes(UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/v1/.well-known/jwks.json", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    SupabaseAuthSettings settings() {
        return SupabaseAuthSettings.of(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    KeyPair keys() {
        return pair;
    }

    List<String> tokens(int count) {
        return IntStream.range(0, count).mapToObj(i -> token()).toList();
    }

    /** One of 900 characters or so. */
    String token() {
        return token(algorithm.headerName(), signed -> algorithm.sign(pair, signed));
    }

    /** As {@link #token()}, signed otherwise. */
    String token(String algorithmName, Signing signing) {
        long now = Instant.now().getEpochSecond();
        var user = UUID.randomUUID();
        var header = """
                {"alg":"%s","kid":"%s","typ":"JWT"}""".formatted(algorithmName, Algorithm.KEY_ID);
        var claims = """
                {"aal":"aal1","amr":[{"method":"password","timestamp":%d}],"app_metadata":{"provider":"email",\
                "providers":["email"]},"aud":"authenticated","email":"ada@example.org","exp":%d,"iat":%d,\
                "is_anonymous":false,"iss":"%s","phone":"","role":"authenticated","session_id":"%s","sub":"%s",\
                "user_metadata":{"email":"ada@example.org","email_verified":true,"phone_verified":false,"sub":"%s"}}""".formatted(now, now + 86_400, now, settings().issuer(), UUID.randomUUID(), user, user);
        var signed = encode(header.getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        try {
            return signed + "." + encode(signing.sign(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the signature of what is signed. */
    interface Signing {
        byte[] sign(byte[] signed) throws GeneralSecurityException;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
