package dev.atelier.testkit.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.atelier.port.out.file.Thumbnailer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A whole PNG is its own thumbnail. */
final class CopyingThumbnailer implements Thumbnailer {

    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final String BEGINNING = "\u0089PNG\r\n\u001a\n";
    private static final String END = "IEND";
    private static final int CHECKSUM_BYTES = 4;

    @Override
    public boolean supports(String contentType) {
        return contentType.equals("image/png");
    }

    @Override
    public Optional<Thumbnail> make(InputStream image) {
        try {
            var bytes = image.readNBytes(LARGEST_BYTES + 1);
            var text = new String(bytes, ISO_8859_1);
            boolean whole = text.startsWith(BEGINNING)
                    && text.lastIndexOf(END) == text.length() - END.length() - CHECKSUM_BYTES;
            return whole && bytes.length <= LARGEST_BYTES
                    ? Optional.of(new Thumbnail(bytes, "image/png"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
