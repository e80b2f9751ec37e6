package dev.atelier.adapter.http.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A key, for the one algorithm that it is meant for. Two are equal when they are the same key under the same name. */
final class VerificationKey {

    private final Optional<String> id;
    private final SignatureAlgorithm algorithm;
    private final Base64URL thumbprint;
    private final JWSVerifier verifier;
    private final JWSHeader header;

    private VerificationKey(
            Optional<String> id, SignatureAlgorithm algorithm, Base64URL thumbprint, JWSVerifier verifier) {
        this.id = id;
        this.algorithm = algorithm;
        this.thumbprint = thumbprint;
        this.verifier = verifier;
        this.header = new JWSHeader(algorithm.algorithm());
    }

    /**
     * A key that was published; none when it is not for signatures of any algorithm of ours. What is published with its
     * private half, as a shared secret would be, is everybody's and proves nothing.
     */
    static Stream<VerificationKey> published(JWK key, SignatureProvider provider) {
        return key.isPrivate()
                ? Stream.empty()
                : Arrays.stream(SignatureAlgorithm.values())
                        .filter(algorithm -> algorithm.takes(key) && admits(key, algorithm))
                        .flatMap(algorithm -> build(key, algorithm, provider).stream());
    }

    /** The secret that the issuer shares with us, for HS256 alone. For that the JDK is fast enough. */
    static VerificationKey shared(byte[] secret) {
        return build(new OctetSequenceKey.Builder(secret).build(), SignatureAlgorithm.HS256, SignatureProvider.jdk())
                .orElseThrow(() -> new IllegalArgumentException("the shared secret is too short for HS256"));
    }

    private static boolean admits(JWK key, SignatureAlgorithm algorithm) {
        boolean use = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean operation =
                key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY);
        boolean meant = key.getAlgorithm() == null
                || key.getAlgorithm().getName().equals(algorithm.algorithm().getName());
        return use && operation && meant;
    }

    private static Optional<VerificationKey> build(JWK key, SignatureAlgorithm algorithm, SignatureProvider provider) {
        try {
            var verifier = provider.serve(algorithm.verifier(key, provider));
            return Optional.of(new VerificationKey(
                    Optional.ofNullable(key.getKeyID()), algorithm, key.computeThumbprint(), verifier));
        } catch (JOSEException | InvalidKeyException e) {
            return Optional.empty(); // a point that is not on its curve, for one
        }
    }

    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    boolean isNamed(String wanted) {
        return id.filter(wanted::equals).isPresent();
    }

    /** Whether it has signed that. */
    boolean verifies(CompactToken token) {
        try {
            return verifier.verify(header, token.signedBytes(), token.signature());
        } catch (JOSEException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey key && key.id.equals(id) && key.thumbprint.equals(thumbprint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, thumbprint);
    }
}
