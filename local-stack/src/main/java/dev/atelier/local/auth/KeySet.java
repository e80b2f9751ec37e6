package dev.atelier.local.auth;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;

/** {@code GET /.well-known/jwks.json}: the public half of the key that signs, for whoever verifies tokens. */
final class KeySet implements Handler {

    private final String json;

    KeySet(SigningKey key) {
        ECKey published = new ECKey.Builder(key.key().toPublicJWK())
                .keyOperations(Set.of(KeyOperation.VERIFY))
                .build();
        this.json = new JWKSet(published).toString();
    }

    @Override
    public void handle(Context context) {
        context.header("Cache-Control", "public, max-age=600")
                .contentType("application/json")
                .result(json);
    }
}
