package dev.atelier.adapter.http.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.InvalidKeyException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/** The algorithms (RFC 7518, section 3; RFC 8037) that tokens may be signed with, and what keys each takes. No other is tried. */
enum SignatureAlgorithm {
    ES256("ES256") {
        @Override
        boolean takes(JWK key) {
            return key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
        }

        @Override
        JWSVerifier verifier(JWK key, SignatureProvider provider) throws JOSEException, InvalidKeyException {
            return new ECDSAVerifier(provider.own(key.toECKey().toECPublicKey(), ECPublicKey.class));
        }
    },

    RS256("RS256") {
        @Override
        boolean takes(JWK key) {
            return key instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS;
        }

        @Override
        JWSVerifier verifier(JWK key, SignatureProvider provider) throws JOSEException, InvalidKeyException {
            return new RSASSAVerifier(provider.own(key.toRSAKey().toRSAPublicKey(), RSAPublicKey.class));
        }
    },

    EDDSA("EdDSA") {
        @Override
        boolean takes(JWK key) {
            return key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519);
        }

        @Override
        JWSVerifier verifier(JWK key, SignatureProvider provider) throws JOSEException {
            return new Ed25519Verifier(key.toOctetKeyPair());
        }
    },

    /** With a shared secret, which nobody publishes. */
    HS256("HS256") {
        @Override
        boolean takes(JWK key) {
            return key instanceof OctetSequenceKey;
        }

        @Override
        JWSVerifier verifier(JWK key, SignatureProvider provider) throws JOSEException {
            return new MACVerifier(key.toOctetSequenceKey());
        }
    };

    /** Shorter ones must not be used (RFC 7518, section 3.3). */
    private static final int MIN_RSA_BITS = 2048;

    private final String registeredName;

    SignatureAlgorithm(String registeredName) {
        this.registeredName = registeredName;
    }

    /** The algorithm of that name, which is case-sensitive. */
    static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.registeredName.equals(name))
                .findFirst();
    }

    JWSAlgorithm algorithm() {
        return JWSAlgorithm.parse(registeredName);
    }

    /** Whether {@code key} is of the right kind. */
    abstract boolean takes(JWK key);

    abstract JWSVerifier verifier(JWK key, SignatureProvider provider) throws JOSEException, InvalidKeyException;
}
