package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signed token in its compact form (RFC 7515, section 7.1), of which nothing has been believed yet. There is one way to
 * write each, so that none can be changed and remain the same.
 */
final class CompactToken {

    static final int MAX_LENGTH = 16 * 1024;

    private static final Pattern THREE_PARTS =
            Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    private final JsonNode header;
    private final JsonNode claims;
    private final String signedText;
    private final Base64URL signature;

    private CompactToken(JsonNode header, JsonNode claims, String signedText, Base64URL signature) {
        this.header = header;
        this.claims = claims;
        this.signedText = signedText;
        this.signature = signature;
    }

    /** The token; empty when the text is none. */
    static Optional<CompactToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var parts = THREE_PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            decode(parts.group(3));
            return Optional.of(new CompactToken(
                    object(parts.group(1)),
                    object(parts.group(2)),
                    text.substring(0, parts.end(2)),
                    new Base64URL(parts.group(3))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode object(String part) throws IOException {
        var json = StrictJson.MAPPER.readTree(utf8(decode(part)));
        if (!json.isObject()) {
            throw new IOException("not an object");
        }
        return json;
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The decoder overlooks bits behind the last octet; what they say must be what the encoder would have said. */
    private static byte[] decode(String part) {
        var bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("stray bits");
        }
        return bytes;
    }

    JsonNode header() {
        return header;
    }

    JsonNode claims() {
        return claims;
    }

    byte[] signedBytes() {
        return signedText.getBytes(StandardCharsets.US_ASCII);
    }

    Base64URL signature() {
        return signature;
    }
}
