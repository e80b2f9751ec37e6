package dev.atelier.adapter.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads an image only as large as a thumbnail needs it, and only when it says that it has no more pixels than are read. */
final class ImageSource {

    /** More than cameras make. Decoders of some formats unpack all of them, whatever is asked for. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Of these every pixel is unpacked into memory, so that fewer have to do. */
    private static final long MOST_PIXELS_AT_ONCE = 20_000_000;

    private static final String WEBP = "webp";

    /** Twice as large as it will be looks as good as the whole. */
    private static final int OVERSAMPLING = 2;

    static {
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
        ImageIO.setUseCache(false); // the file system may be read-only
    }

    private ImageSource() {}

    /** Empty when it is no image, or one that is too large. */
    static Optional<BufferedImage> read(LimitedImageStream bytes) throws IOException {
        try (var input = new MemoryCacheImageInputStream(bytes)) {
            var readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? read(readers.next(), input) : Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            var orientation = Orientation.of(input);
            reader.setInput(input, true, true);
            var size = new Rectangle(reader.getWidth(0), reader.getHeight(0));
            long pixels = (long) size.width * size.height;
            boolean atOnce = reader.getFormatName().equalsIgnoreCase(WEBP);
            if (pixels > (atOnce ? MOST_PIXELS_AT_ONCE : MOST_PIXELS)) {
                return Optional.empty();
            }
            var parameters = reader.getDefaultReadParam();
            int step = step(size);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(orientation.turn(reader.read(0, parameters)));
        } finally {
            reader.dispose();
        }
    }

    private static int step(Rectangle size) {
        int longest = Math.max(size.width, size.height);
        return Math.max(1, longest / (OVERSAMPLING * ImageThumbnailer.LONGEST_SIDE));
    }
}
