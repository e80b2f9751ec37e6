package dev.atelier.bench.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** How tokens are signed. */
public enum Algorithm {
    ES256("EC", 256, "SHA256withECDSAinP1363Format") {
        @Override
        JWK publish(KeyPair pair) {
            return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                    .keyID(KEY_ID)
                    .algorithm(JWSAlgorithm.ES256)
                    .build();
        }
    },
    RS256("RSA", 2048, "SHA256withRSA") {
        @Override
        JWK publish(KeyPair pair) {
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .keyID(KEY_ID)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
        }
    },
    EDDSA("Ed25519", 255, "Ed25519") {
        @Override
        JWK publish(KeyPair pair) {
            var x509 = pair.getPublic().getEncoded();
            var point = Arrays.copyOfRange(x509, x509.length - 32, x509.length);
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                    .keyID(KEY_ID)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .build();
        }
    };

    static final String KEY_ID = "3f0b4f0e-2a53-4c5e-9d5f-6a4b1c2d3e4f";

    private final String keyType;
    private final int bits;
    private final String signature;

    Algorithm(String keyType, int bits, String signature) {
        this.keyType = keyType;
        this.bits = bits;
        this.signature = signature;
    }

    /** What a key set says of the public half. */
    abstract JWK publish(KeyPair pair);

    String headerName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    /** What providers call the keys. */
    String keyType() {
        return keyType;
    }

    /** What providers call the signatures. */
    String signature() {
        return signature;
    }

    KeyPair newKeyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(keyType);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    byte[] sign(KeyPair pair, byte[] bytes) throws GeneralSecurityException {
        var signing = Signature.getInstance(signature);
        signing.initSign(pair.getPrivate());
        signing.update(bytes);
        return signing.sign();
    }
}
