package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that ask for a key or an algorithm that is not for them, with each provider. */
@ParameterizedClass
@MethodSource("dev.atelier.adapter.http.token.Verifier#providers")
class KeyAttacksTest {

    private final Verifier verifier;
    private final SigningKey key;

    KeyAttacksTest(SignatureProvider provider) {
        verifier = Verifier.withEs256(provider);
        key = verifier.key;
    }

    @AfterEach
    void close() {
        verifier.close();
    }

    @Test
    void no_algorithm_in_any_case() {
        for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
            var header = header(none, "one");
            var unsigned = Base64URL.encode(header) + "." + payload() + ".";

            verifier.assertInvalid(unsigned);
            verifier.assertInvalid(unsigned + "AA");
            verifier.assertInvalid(key.sign(header, verifier.claims()));
        }
        verifier.assertInvalid(key.sign("{\"kid\":\"one\",\"typ\":\"JWT\"}", verifier.claims()));
        verifier.assertInvalid(key.sign("{\"alg\":null,\"kid\":\"one\"}", verifier.claims()));
        verifier.assertInvalid(key.sign("{\"alg\":[\"ES256\"],\"kid\":\"one\"}", verifier.claims()));
    }

    @Test
    void an_unsigned_token_that_names_a_good_algorithm() {
        for (var algorithm : List.of("ES256", "RS256", "EdDSA", "HS256")) {
            verifier.assertInvalid(Base64URL.encode(header(algorithm, "one")) + "." + payload() + ".");
        }
    }

    @Test
    void an_algorithm_outside_the_list() {
        for (var other : List.of("ES384", "ES512", "ES256K", "RS384", "PS256", "HS384", "Ed448", "es256", "ES256 ")) {
            verifier.assertInvalid(key.sign(header(other, "one"), verifier.claims()));
        }
    }

    @Test
    void an_algorithm_that_is_not_the_keys_own() {
        verifier.issuer.publish(SigningKey.rs256("rsa", 2048));
        verifier.issuer.publish(SigningKey.edDsa("ed"));

        for (var id : List.of("one", "rsa", "ed")) {
            for (var algorithm : List.of("ES256", "RS256", "EdDSA")) {
                verifier.assertInvalid(SigningKey.of(algorithm, id).sign(verifier.claims()));
            }
        }
        verifier.assertInvalid(key.sign(header("RS256", "one"), verifier.claims()));
        verifier.assertInvalid(key.sign(header("EdDSA", "one"), verifier.claims()));
        verifier.assertInvalid(key.sign(header("ES256", "rsa"), verifier.claims()));
    }

    @Test
    void a_key_whose_own_alg_or_curve_is_another() throws JOSEException {
        var elsewhere = SigningKey.es256("elsewhere");
        verifier.issuer.publish(elsewhere, Map.of("alg", "ES384"));
        var p384 = new com.nimbusds.jose.jwk.gen.ECKeyGenerator(Curve.P_384)
                .keyID("p384")
                .generate();
        verifier.issuer.publish(new SigningKey("p384", "ES256", p384.toPublicJWK(), bytes -> new byte[64]));
        var rsa = SigningKey.rs256("rsa", 2048);
        verifier.issuer.publish(rsa, Map.of("alg", "PS256"));

        var agreeing = SigningKey.edDsa("agreeing");
        verifier.issuer.publish(agreeing, Map.of("crv", "X25519"));

        verifier.assertInvalid(agreeing.sign(verifier.claims()));
        verifier.assertInvalid(elsewhere.sign(verifier.claims()));
        verifier.assertInvalid(SigningKey.es256("p384").sign(verifier.claims()));
        verifier.assertInvalid(rsa.sign(verifier.claims()));
    }

    @Test
    void a_key_that_is_not_for_checking_signatures() {
        var encrypting = SigningKey.es256("encrypting");
        verifier.issuer.publish(encrypting, Map.of("use", "enc"));
        var signing = SigningKey.es256("signing");
        verifier.issuer.publish(signing, Map.of("key_ops", List.of("sign")));
        var checking = SigningKey.es256("checking");
        verifier.issuer.publish(checking, Map.of("key_ops", List.of("verify"), "use", "sig", "alg", "ES256"));

        verifier.assertInvalid(encrypting.sign(verifier.claims()));
        verifier.assertInvalid(signing.sign(verifier.claims()));
        verifier.assertAccepted(checking.sign(verifier.claims()));
    }

    @Test
    void an_rsa_key_that_is_too_short() {
        var weak = verifier.issuer.publish(SigningKey.rs256("weak", 1024));
        var strong = verifier.issuer.publish(SigningKey.rs256("strong", 2048));

        verifier.assertInvalid(weak.sign(verifier.claims()));
        verifier.assertAccepted(strong.sign(verifier.claims()));
    }

    @Test
    void a_point_that_is_not_on_the_curve_which_spoils_no_other_key() {
        var moved = SigningKey.es256("moved");
        var x = ((ECKey) moved.published()).getX().decode();
        x[31] ^= 1;
        verifier.issuer.publish(moved, Map.of("x", Base64URL.encode(x).toString()));
        verifier.issuer.publish(SigningKey.edDsa("short"), Map.of("x", "AAAA"));
        verifier.issuer.publish(SigningKey.edDsa("long"), Map.of("x", "A".repeat(100)));

        verifier.assertInvalid(moved.sign(verifier.claims()));
        verifier.assertInvalid(SigningKey.edDsa("short").sign(verifier.claims()));
        verifier.assertAccepted(key.sign(verifier.claims()));
    }

    @Test
    void keys_that_make_no_sense_spoil_no_other_key() {
        for (var odd : List.<Map<String, Object>>of(
                Map.of("kty", 5),
                Map.of("kty", "EC", "crv", 1),
                Map.of("x", 1),
                Map.of("x", "", "y", ""),
                Map.of("kty", "RSA", "n", "", "e", ""),
                Map.of("kty", "OKP", "crv", "Ed25519"),
                Map.of("key_ops", List.of("verify", "verify")),
                Map.of("key_ops", "verify"),
                Map.of("use", ""),
                Map.of("exp", "x"),
                Map.of("x5c", List.of("MIIB")))) {
            verifier.issuer.publish(SigningKey.es256("odd"), odd);
        }

        verifier.assertInvalid(SigningKey.es256("odd").sign(verifier.claims()));
        verifier.assertAccepted(key.sign(verifier.claims()));
    }

    @Test
    void the_public_key_taken_for_a_shared_secret() throws JOSEException {
        var ec = ((ECKey) key.published()).toECPublicKey();
        for (var secret : List.of(
                key.published().toJSONString().getBytes(UTF_8),
                ec.getEncoded(),
                ("-----BEGIN PUBLIC KEY-----\n" + com.nimbusds.jose.util.Base64.encode(ec.getEncoded())
                                + "\n-----END PUBLIC KEY-----")
                        .getBytes(UTF_8),
                ((ECKey) key.published()).getX().decode())) {
            verifier.assertInvalid(SigningKey.hs256("one", secret).sign(verifier.claims()));
        }
    }

    /** Shared secrets are never listed; whoever lists one has told it to everybody. */
    @Test
    void a_shared_secret_or_a_private_key_that_was_published() {
        var secret = verifier.issuer.publish(
                SigningKey.hs256("secret", "x".repeat(64).getBytes(UTF_8)));
        var leaked = SigningKey.es256("leaked");
        verifier.issuer.publish(
                leaked, Map.of("d", Base64URL.encode(new byte[] {1}).toString()));

        verifier.assertInvalid(secret.sign(verifier.claims()));
        verifier.assertInvalid(leaked.sign(verifier.claims()));
    }

    @Test
    void a_key_name_that_is_unknown_or_hostile() {
        for (var id : List.of(
                "two",
                "",
                "One",
                "../../dev/null",
                "' or 1=1 --",
                "one\\u0000",
                "x".repeat(4_000),
                "${jndi:ldap://x}")) {
            verifier.assertInvalid(key.sign(header("ES256", id), verifier.claims()));
        }
    }

    @Test
    void a_key_name_that_is_no_string() {
        for (var id : List.of("1", "null", "true", "[\"one\"]", "{\"one\":1}")) {
            verifier.assertInvalid(
                    key.sign("{\"alg\":\"ES256\",\"kid\":%s,\"typ\":\"JWT\"}".formatted(id), verifier.claims()));
        }
    }

    @Test
    void a_key_name_that_is_missing_where_there_are_several_keys() {
        var nameless = "{\"alg\":\"ES256\",\"typ\":\"JWT\"}";
        verifier.assertAccepted(key.sign(nameless, verifier.claims()));

        verifier.issuer.publish(SigningKey.edDsa("other"));
        verifier.issuer.clock.advance(KeySetSource.STALE);

        verifier.assertInvalid(key.sign(nameless, verifier.claims()));
    }

    @Test
    void a_key_name_that_two_keys_have() {
        var one = verifier.issuer.publish(SigningKey.es256("twice"));
        var other = verifier.issuer.publish(SigningKey.es256("twice"));

        verifier.assertInvalid(one.sign(verifier.claims()));
        verifier.assertInvalid(other.sign(verifier.claims()));
        verifier.assertAccepted(key.sign(verifier.claims()));
    }

    @Test
    void nothing_that_is_asked_for_by_a_token_is_fetched() {
        verifier.assertAccepted(key.sign(verifier.claims()));
        var strange = SigningKey.es256("one");
        for (var member : List.of("jku", "x5u")) {
            verifier.assertInvalid(strange.sign(
                    "{\"alg\":\"ES256\",\"kid\":\"one\",\"%s\":\"%s\"}"
                            .formatted(member, verifier.issuer.settings().keySetAddress()),
                    verifier.claims()));
        }

        assertEquals(1, verifier.issuer.fetches.get());
    }

    private static String header(String algorithm, String id) {
        return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm, id);
    }

    private String payload() {
        return Base64URL.encode(verifier.claims().build().toString()).toString();
    }
}
