package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
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

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final List<VerificationKey> keys;
    private final Set<VerificationKey> members;

    private KeySet(List<VerificationKey> keys) {
        this.keys = List.copyOf(keys);
        this.members = new HashSet<>(keys);
    }

    /**
     * Nothing but {@code keys} is looked at (RFC 7517, section 5).
     *
     * @throws IOException when it is no key set
     */
    static KeySet parse(byte[] json, SignatureProvider provider) throws IOException {
        var published = StrictJson.MAPPER.readTree(json).path("keys");
        if (!published.isArray() || !published.valueStream().allMatch(JsonNode::isObject)) {
            throw new IOException("no key set: it has no list of keys");
        }
        return new KeySet(published
                .valueStream()
                .map(key -> StrictJson.MAPPER.convertValue(key, OBJECT))
                .flatMap(KeySet::key)
                .flatMap(key -> VerificationKey.published(key, provider))
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
    Optional<VerificationKey> find(TokenHeader header) {
        var candidates = keys.stream()
                .filter(key -> header.keyId().map(key::isNamed).orElse(true))
                .toList();
        return candidates.size() == 1
                ? Optional.of(candidates.getFirst()).filter(key -> key.algorithm() == header.algorithm())
                : Optional.empty();
    }

    boolean knows(String id) {
        return keys.stream().anyMatch(key -> key.isNamed(id));
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    boolean contains(VerificationKey key) {
        return members.contains(key);
    }
}
