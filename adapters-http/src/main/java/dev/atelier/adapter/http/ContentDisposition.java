package dev.atelier.adapter.http;

import java.nio.charset.StandardCharsets;

/** Under which name a browser saves a file (RFC 6266, RFC 8187). */
final class ContentDisposition {

    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** To be saved, never shown: what users have uploaded must not run where the API is. */
    static String attachment(String fileName) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(fileName), encoded(fileName));
    }

    /** For clients that do not know the other form. */
    private static String ascii(String fileName) {
        var text = new StringBuilder();
        fileName.codePoints()
                .forEach(point -> text.append(
                        point < ' ' || point > '~' || point == '"' || point == '\\' || point == '%'
                                ? '_'
                                : (char) point));
        return text.toString();
    }

    private static String encoded(String fileName) {
        var text = new StringBuilder();
        for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet)) {
                text.append((char) octet);
            } else {
                text.append('%').append("%02X".formatted(octet & 0xff));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || ATTRIBUTE_CHARACTERS.indexOf(octet) >= 0;
    }
}
