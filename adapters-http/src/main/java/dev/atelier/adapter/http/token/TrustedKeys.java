package dev.atelier.adapter.http.token;

import dev.atelier.port.PortFailure;
import java.util.Optional;

/**
 * The keys that tokens may be signed with. The algorithm decides where to look: with HS256 there is one secret, and the name
 * that such tokens carry means nothing; with any other it is the published keys alone.
 *
 * @param secret empty when tokens with a shared secret are not accepted
 */
record TrustedKeys(KeySetSource published, Optional<VerificationKey> secret) {

    /** @throws PortFailure.Retryable when the published keys are needed, and cannot be had */
    Optional<VerificationKey> find(TokenHeader header) {
        return header.algorithm() == SignatureAlgorithm.HS256 ? secret : published.find(header);
    }

    /** Whether that key, once found, is still good. */
    boolean contains(VerificationKey key) {
        return secret.filter(key::equals).isPresent() || published.trusts(key);
    }
}
