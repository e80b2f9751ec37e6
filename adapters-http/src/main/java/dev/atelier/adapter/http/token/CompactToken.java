package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A signed token in its compact form (RFC 7515, section 7.1), of which nothing has been believed yet. There is one way to
 * write each, so that none can be changed and remain the same.
 */
final class CompactToken {

    static final int MAX_LENGTH = 16 * 1024;

    private static final int PARTS = 3;

    private final String header;
    private final byte[] payload;
    private final String signedText;
    private final Base64URL signature;

    /** Nimbus decodes each character in the time that any other takes, as befits secrets; a signature is none. */
    private static final class Decoded extends Base64URL {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Decoded(String text, byte[] bytes) {
            super(text);
            this.bytes = bytes;
        }

        @Override
        public byte[] decode() {
            return bytes.clone();
        }
    }

    private CompactToken(String header, byte[] payload, String signedText, Base64URL signature) {
        this.header = header;
        this.payload = payload;
        this.signedText = signedText;
        this.signature = signature;
    }

    /** The token; empty when the text is none. It is for others to see that it is not longer than {@link #MAX_LENGTH}. */
    static Optional<CompactToken> parse(String text) {
        var parts = text.split("\\.", PARTS + 1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CompactToken(
                    parts[0],
                    decode(parts[1]),
                    text.substring(0, text.lastIndexOf('.')),
                    new Decoded(parts[2], decode(parts[2]))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return StrictJson.MAPPER.readTree(utf8(bytes));
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The decoder overlooks padding and bits behind the last octet; it must be what the encoder would have said. */
    private static byte[] decode(String part) {
        var bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("not as it is written");
        }
        return bytes;
    }

    /** Its header as it stands in it, encoded. */
    String headerText() {
        return header;
    }

    /** What its header asks for; empty when that is no JSON. */
    Optional<JsonNode> header() {
        try {
            return Optional.of(json(decode(header)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What it says, which is of interest once its signature is right; empty when that is no JSON. */
    Optional<JsonNode> claims() {
        try {
            return Optional.of(json(payload));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    byte[] signedBytes() {
        return signedText.getBytes(StandardCharsets.US_ASCII);
    }

    Base64URL signature() {
        return signature;
    }
}
