package dev.atelier.application;

import dev.atelier.domain.file.FileDetails;
import dev.atelier.port.out.file.BlobProperties;
import java.util.Locale;
import java.util.Set;

/**
 * How files are served at their public address, where no rule of ours is asked. What browsers show without running anything
 * is shown; everything else is saved, under a type that says nothing: so nothing that a user has uploaded ever runs there.
 */
final class Presentation {

    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "application/pdf",
            "text/plain",
            "audio/mpeg",
            "video/mp4");

    private Presentation() {}

    static BlobProperties of(FileDetails details) {
        boolean shown = SHOWN.contains(mediaType(details.contentType()));
        return new BlobProperties(
                shown ? details.contentType() : FileDetails.UNKNOWN_CONTENT_TYPE, details.name(), shown);
    }

    /** Without parameters, in lower case. */
    static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
