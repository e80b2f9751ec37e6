package dev.atelier.adapter.http.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.util.Arrays;
import java.util.Optional;

/** The algorithms (RFC 7518, section 3) that tokens may be signed with, and what keys each takes. No other is ever tried. */
enum SignatureAlgorithm {
    ES256 {
        @Override
        boolean takes(JWK key) {
            return key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new ECDSAVerifier(key.toECKey());
        }
    };

    /** The algorithm of that name, which is case-sensitive. */
    static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    JWSAlgorithm algorithm() {
        return JWSAlgorithm.parse(name());
    }

    /** Whether {@code key} is of the right kind. */
    abstract boolean takes(JWK key);

    abstract JWSVerifier verifier(JWK key) throws JOSEException;
}
