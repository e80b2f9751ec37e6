package dev.atelier.adapter.r2;

import dev.atelier.port.out.file.BlobProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that names a file (RFC 6266): in ASCII for old readers, and whole in UTF-8 (RFC 8187). */
final class ContentDisposition {

    private ContentDisposition() {}

    static String of(BlobProperties properties) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        properties.inline() ? "inline" : "attachment",
                        properties.fileName().replaceAll("[^A-Za-z0-9._ -]", "_"),
                        URLEncoder.encode(properties.fileName(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
    }
}
