package dev.atelier.adapter.media;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How an image has to be turned to be seen as it was taken (Exif 2.32, tag 274).
 *
 * @param value 1 to 8; 1 is upright
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int START_OF_JPEG = 0xffd8;

    /** Of the JPEG that begins where {@code input} is; other formats say nothing. Leaves {@code input} where it was. */
    static Orientation of(ImageInputStream input) throws IOException {
        input.mark();
        try {
            return input.readUnsignedShort() == START_OF_JPEG ? ofJpeg(input) : UPRIGHT;
        } finally {
            input.reset();
        }
    }

    private static Orientation ofJpeg(ImageInputStream input) throws IOException {
        input.seek(input.getStreamPosition() - 2);
        try {
            return JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif").stream()
                    .findFirst()
                    .flatMap(Orientation::ofExif)
                    .orElse(UPRIGHT);
        } catch (IOException | RuntimeException broken) {
            return UPRIGHT; // what it says of itself may be nonsense, and the image be fine
        }
    }

    private static Optional<Orientation> ofExif(JPEGSegment segment) {
        try (InputStream data = segment.data()) {
            data.skipNBytes(1); // padding
            var entry =
                    new TIFFReader().read(new MemoryCacheImageInputStream(data)).getEntryById(TIFF.TAG_ORIENTATION);
            return Optional.ofNullable(entry)
                    .map(found -> ((Number) found.getValue()).intValue())
                    .filter(value -> value >= 1 && value <= 8)
                    .map(Orientation::new);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    BufferedImage turn(BufferedImage image) {
        return value == 1
                ? image
                : new AffineTransformOp(transform(image.getWidth(), image.getHeight()), AffineTransformOp.TYPE_BILINEAR)
                        .filter(image, null);
    }

    private AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
