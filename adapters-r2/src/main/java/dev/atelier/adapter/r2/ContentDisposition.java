package dev.atelier.adapter.r2;

import dev.atelier.port.out.file.BlobProperties;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The header that names a file (RFC 6266): in ASCII for old readers, and whole in UTF-8 (RFC 8187). It is what an object
 * keeps of the name; 255 characters outside of the basic plane take 3,100 bytes of the 8,192 that R2 has for metadata.
 */
final class ContentDisposition {

    private static final String INLINE = "inline";
    private static final Pattern NAME = Pattern.compile("filename\\*=UTF-8''([^;]*)", Pattern.CASE_INSENSITIVE);

    private ContentDisposition() {}

    static String of(BlobProperties properties) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        properties.inline() ? INLINE : "attachment",
                        properties.fileName().replaceAll("[^A-Za-z0-9._ -]+", "_"),
                        URLEncoder.encode(properties.fileName(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
    }

    /** What such a header says; somebody else's may say nothing of a name. */
    static BlobProperties parse(String contentType, String header) {
        var name = NAME.matcher(header);
        return new BlobProperties(
                contentType,
                name.find() ? URLDecoder.decode(name.group(1).replace("+", "%2B"), StandardCharsets.UTF_8) : "",
                header.startsWith(INLINE));
    }
}
