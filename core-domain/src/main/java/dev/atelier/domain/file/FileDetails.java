package dev.atelier.domain.file;

import dev.atelier.domain.error.Validation;
import java.util.regex.Pattern;

/**
 * What the uploader says about a file.
 *
 * @param name the last segment of the given name, 1 to {@value #NAME_MAX} characters of any script, no control characters
 * @param contentType the media type (RFC 9110, section 8.3.1), parameters included
 */
public record FileDetails(String name, String contentType) {

    public static final int NAME_MAX = 255;
    public static final int CONTENT_TYPE_MAX = 255;
    public static final String UNKNOWN_CONTENT_TYPE = "application/octet-stream";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;\\s*" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\\\p{Cntrl}]*\"))*");

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule */
    public FileDetails {
        name = lastSegment(name);
        new Validation()
                .name("fileName", name, NAME_MAX)
                .require(
                        name.codePoints().noneMatch(Character::isISOControl),
                        "fileName",
                        "must not contain control characters")
                .require(
                        contentType.length() <= CONTENT_TYPE_MAX
                                && MEDIA_TYPE.matcher(contentType).matches(),
                        "contentType",
                        "must be a media type such as image/png")
                .orThrow();
    }

    /** Some clients send a path; folders of somebody's machine are none of our business. */
    private static String lastSegment(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
