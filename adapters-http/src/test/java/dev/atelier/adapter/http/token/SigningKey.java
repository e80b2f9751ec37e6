package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs anything.
 *
 * @param algorithm what its tokens say
 * @param published what a key set says of it
 */
public record SigningKey(String id, String algorithm, JWK published, Signer signer) {

    /** Signs bytes as RFC 7518 has it. */
    public interface Signer {
        byte[] sign(byte[] bytes) throws GeneralSecurityException;
    }

    static SigningKey of(String algorithm, String id) {
        return switch (algorithm) {
            case "ES256" -> es256(id);
            case "RS256" -> rs256(id, 2048);
            case "EdDSA" -> edDsa(id);
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    public static SigningKey es256(String id) {
        var pair = pair("EC", 256);
        var jwk = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic()).keyID(id);
        return new SigningKey(id, "ES256", jwk.build(), by("SHA256withECDSAinP1363Format", pair.getPrivate()));
    }

    static SigningKey rs256(String id, int bits) {
        var pair = pair("RSA", bits);
        var jwk = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(id);
        return new SigningKey(id, "RS256", jwk.build(), by("SHA256withRSA", pair.getPrivate()));
    }

    static SigningKey edDsa(String id) {
        var pair = pair("Ed25519", 255);
        var x509 = pair.getPublic().getEncoded();
        var point = Base64URL.encode(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
        var jwk = new OctetKeyPair.Builder(Curve.Ed25519, point).keyID(id);
        return new SigningKey(id, "EdDSA", jwk.build(), by("Ed25519", pair.getPrivate()));
    }

    static SigningKey hs256(String id, byte[] secret) {
        return new SigningKey(
                id, "HS256", new OctetSequenceKey.Builder(secret).keyID(id).build(), bytes -> {
                    var mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                    return mac.doFinal(bytes);
                });
    }

    private static KeyPair pair(String kind, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Signer by(String algorithm, PrivateKey key) {
        return bytes -> {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        };
    }

    /** The same key under another name. */
    public SigningKey named(String other) {
        return new SigningKey(other, algorithm, published, signer);
    }

    /** The header that its tokens have. */
    String header() {
        return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm, id);
    }

    public String sign(JWTClaimsSet.Builder claims) {
        return sign(header(), claims);
    }

    String sign(String header, JWTClaimsSet.Builder claims) {
        return sign(header, claims.build().toString());
    }

    String sign(String header, String claims) {
        return sign(header.getBytes(UTF_8), claims.getBytes(UTF_8));
    }

    String sign(byte[] header, byte[] claims) {
        return signEncoded(Base64URL.encode(header) + "." + Base64URL.encode(claims));
    }

    /** What is signed as it is, and the signature behind it. */
    String signEncoded(String signed) {
        return signed + "." + Base64URL.encode(signatureOf(signed));
    }

    byte[] signatureOf(String signed) {
        try {
            return signer.sign(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
