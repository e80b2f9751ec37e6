package dev.atelier.port.out.file;

import java.io.InputStream;
import java.util.Optional;

/** Makes images small. No call goes outside. */
public interface Thumbnailer {

    /** How long the longest side of a thumbnail is at the most, in pixels. */
    int LONGEST_SIDE = 512;

    /** Whether there may be thumbnails of files of this media type. */
    boolean supports(String contentType);

    /**
     * A small image of {@code image}, turned as it is to be seen, of its proportions, and never larger than it. What is
     * transparent stays so. How much memory and time it takes is bounded whatever the image says of itself.
     *
     * @param image the bytes of a file, which may be anything; neither closed nor read to their end
     * @return empty when they are no image that can be read, or one that is too large
     * @throws java.io.UncheckedIOException when {@code image} itself fails
     */
    Optional<Thumbnail> make(InputStream image);

    /**
     * An image.
     *
     * @param contentType {@code image/jpeg} or {@code image/png}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Thumbnail(byte[] bytes, String contentType) {}
}
