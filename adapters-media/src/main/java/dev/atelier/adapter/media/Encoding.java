package dev.atelier.adapter.media;

import dev.atelier.port.out.file.Thumbnailer.Thumbnail;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Writes an image: as PNG when it is transparent somewhere, else as JPEG, which is a tenth as large. */
final class Encoding {

    private Encoding() {}

    static Thumbnail of(BufferedImage image) {
        var format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Thumbnail(bytes.toByteArray(), "image/" + format);
    }
}
