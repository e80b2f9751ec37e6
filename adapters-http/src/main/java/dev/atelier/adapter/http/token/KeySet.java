package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.core.type.TypeReference;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys that the issuer has published at some time. Kinds of keys that we do not know are no concern of ours. */
final class KeySet {

    private final List<VerificationKey> keys;
    private final Set<VerificationKey> members;

    private KeySet(List<VerificationKey> keys) {
        this.keys = List.copyOf(keys);
        this.members = new HashSet<>(keys);
    }

    /** Nothing but {@code keys} is looked at (RFC 7517, section 5). */
    private record Published(List<Map<String, Object>> keys) {}

    /** @throws IOException when it is no key set */
    static KeySet parse(byte[] json) throws IOException {
        var document = StrictJson.MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
        if (!document.containsKey("keys")) {
            throw new IOException("no key set: it has no keys");
        }
        var published = StrictJson.MAPPER.convertValue(Map.of("keys", document.get("keys")), Published.class);
        return new KeySet(published.keys().stream()
                .flatMap(KeySet::key)
                .flatMap(VerificationKey::of)
                .toList());
    }

    private static Stream<JWK> key(Map<String, Object> published) {
        try {
            return Stream.of(JWK.parse(published));
        } catch (ParseException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /**
     * The key that a token has to be signed with. A token without a name for it can only mean the only one; a name that
     * several keys have means none.
     */
    Optional<VerificationKey> find(SignatureAlgorithm algorithm, Optional<String> id) {
        var candidates = keys.stream()
                .filter(key -> key.algorithm() == algorithm)
                .filter(key -> id.isEmpty() || key.isNamed(id.get()))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    boolean contains(VerificationKey key) {
        return members.contains(key);
    }
}
