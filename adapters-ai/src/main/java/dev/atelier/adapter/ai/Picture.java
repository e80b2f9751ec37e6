package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.web.Answer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A picture as models give it: an address of the kind {@code data:image/png;base64,...} (RFC 2397).
 *
 * @param contentType of a raster image; what could carry scripts, as SVG does, is none
 */
record Picture(String contentType, String base64) {

    private static final Pattern HEADER =
            Pattern.compile("data:(image/(?:png|jpeg|webp|gif|avif))(?:;[a-z]+=[^;,]*)*;base64,");

    /** A longer header is none. */
    private static final int HEADER_MAX = 200;

    /** The first picture of a message: in {@code images}, or, with some models, among the parts of its content. */
    static Optional<Picture> in(JsonNode message) {
        return Stream.of(message.path("images"), message.path("content"))
                .flatMap(parts -> StreamSupport.stream(parts.spliterator(), false))
                .flatMap(part -> of(part).stream())
                .findFirst();
    }

    private static Optional<Picture> of(JsonNode part) {
        var address = part.path("image_url");
        return Stream.of(address.path("url"), address, part.path("url"), part)
                .filter(JsonNode::isTextual)
                .findFirst()
                .flatMap(url -> of(url.asText()));
    }

    private static Optional<Picture> of(String url) {
        var header = HEADER.matcher(url).region(0, Math.min(url.length(), HEADER_MAX));
        return header.lookingAt()
                ? Optional.of(new Picture(header.group(1), url.substring(header.end())))
                : Optional.empty();
    }

    byte[] bytes(Answer answer) {
        try {
            var bytes = Base64.getMimeDecoder().decode(base64);
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through: the message would quote the picture
        }
        throw answer.unusable("the picture is not all there");
    }
}
