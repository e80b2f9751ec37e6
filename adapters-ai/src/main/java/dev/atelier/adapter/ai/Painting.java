package dev.atelier.adapter.ai;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints and encodes. */
final class Painting {

    private Painting() {}

    static byte[] png(Vision vision, Dimension size) {
        var image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            pen.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_ENABLE);
            var canvas =
                    new Canvas(pen, size.width, size.height, vision.palette(), new SplittableRandom(vision.seed()));
            vision.scene().paint(canvas);
            CaptionPlate.paint(canvas, vision.caption());
        } finally {
            pen.dispose();
        }
        return encoded(image);
    }

    /** In memory: by default ImageIO writes a temporary file, and a container may have no place for one. */
    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new AssertionError("every Java platform writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture in memory", e);
        }
        return bytes.toByteArray();
    }
}
