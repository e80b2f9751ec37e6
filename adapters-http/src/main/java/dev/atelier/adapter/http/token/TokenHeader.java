package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * What the header of a token asks for. Keys that it brings itself ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}) are
 * not even looked at.
 *
 * @param keyId the name of the key
 */
record TokenHeader(SignatureAlgorithm algorithm, Optional<String> keyId) {

    private static final String TYPE = "JWT";

    /** What would have to be understood, and is not: critical extensions, encryption, compression. */
    private static final Set<String> REFUSED = Set.of("crit", "b64", "enc", "zip");

    /** The header; empty when it asks for anything but a signature that we can check. */
    static Optional<TokenHeader> of(JsonNode header) {
        if (REFUSED.stream().anyMatch(header::has) || !isTypeRight(header)) {
            return Optional.empty();
        }
        var id = header.path("kid");
        if (!id.isMissingNode() && !id.isTextual()) {
            return Optional.empty();
        }
        return Optional.ofNullable(header.path("alg").textValue())
                .flatMap(SignatureAlgorithm::named)
                .map(algorithm -> new TokenHeader(algorithm, Optional.ofNullable(id.textValue())));
    }

    private static boolean isTypeRight(JsonNode header) {
        var type = header.path("typ");
        return type.isMissingNode() || TYPE.equalsIgnoreCase(type.textValue());
    }
}
