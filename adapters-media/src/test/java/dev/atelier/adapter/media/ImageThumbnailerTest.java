package dev.atelier.adapter.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.file.Thumbnailer;
import dev.atelier.port.out.file.Thumbnailer.Thumbnail;
import dev.atelier.testkit.ThumbnailerContract;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageThumbnailerTest extends ThumbnailerContract {

    /** Lossy, 1 by 1 pixel. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    /** Where the height of a PNG lies, after that of its width, and where its check value does. */
    private static final int PNG_WIDTH = 16;

    private static final int PNG_HEADER = 12;
    private static final int PNG_HEADER_CHECK = 29;

    @Override
    protected Thumbnailer thumbnailer() {
        return MediaAdapter.thumbnailer();
    }

    @ParameterizedTest
    @CsvSource({
        "2000,1000,512,256",
        "1000,2000,256,512",
        "512,512,512,512",
        "513,513,512,512",
        "100,40,100,40",
        "4000,1,512,1"
    })
    void theLongestSideIsTheLimitAndNothingIsMadeLarger(int width, int height, int newWidth, int newHeight)
            throws IOException {
        for (var format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            var small = decoded(make(encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), format)));

            assertEquals(newWidth, small.getWidth(), format);
            assertEquals(newHeight, small.getHeight(), format);
        }
    }

    @Test
    void whatIsTransparentStaysSo() throws IOException {
        var image = new BufferedImage(1000, 600, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, Color.RED.getRGB());
        var thumbnail = make(encoded(image, "png"));

        assertEquals("image/png", thumbnail.contentType());
        assertEquals(0, decoded(thumbnail).getRGB(300, 200) >>> 24);
    }

    @Test
    void whatIsNotTransparentIsAPhotograph() throws IOException {
        assertEquals(
                "image/jpeg",
                make(encoded(halves(900, 900, BufferedImage.TYPE_INT_RGB), "png"))
                        .contentType());
    }

    @Test
    void webpIsRead() throws IOException {
        var small = decoded(make(WEBP));

        assertEquals(1, small.getWidth());
        assertEquals(1, small.getHeight());
    }

    /** The left half is red, the right one blue; where the red is tells how it was turned. */
    @ParameterizedTest
    @CsvSource({
        "1,400,200,L",
        "2,400,200,R",
        "3,400,200,R",
        "4,400,200,L",
        "5,200,400,T",
        "6,200,400,T",
        "7,200,400,B",
        "8,200,400,B"
    })
    void itIsTurnedAsItWasTaken(int orientation, int width, int height, String red) throws IOException {
        var jpeg = encoded(halves(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        var small = decoded(make(withOrientation(jpeg, orientation)));

        assertEquals(width, small.getWidth());
        assertEquals(height, small.getHeight());
        int x = red.equals("R") ? width - 10 : 10;
        int y = red.equals("B") ? height - 10 : 10;
        var seen = new Color(small.getRGB(x, y));
        assertTrue(seen.getRed() > 200 && seen.getBlue() < 80, seen::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, Integer.MAX_VALUE})
    void anImageThatSaysItIsHugeIsNotUnpacked(int side) throws IOException {
        var bomb = encoded(halves(10, 10, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(bomb).putInt(PNG_WIDTH, side).putInt(PNG_WIDTH + 4, side);
        var check = new CRC32();
        check.update(bomb, PNG_HEADER, PNG_HEADER_CHECK - PNG_HEADER);
        ByteBuffer.wrap(bomb).putInt(PNG_HEADER_CHECK, (int) check.getValue());

        assertTrue(thumbnailer().make(new ByteArrayInputStream(bomb)).isEmpty());
    }

    @Test
    void anImageThatIsCutOffHasNone() throws IOException {
        for (var format : new String[] {"png", "gif", "bmp"}) {
            var whole = encoded(halves(300, 300, BufferedImage.TYPE_INT_RGB), format);
            var half = Arrays.copyOf(whole, whole.length / 2);

            assertTrue(thumbnailer().make(new ByteArrayInputStream(half)).isEmpty(), format);
        }
    }

    private Thumbnail make(byte[] image) {
        return thumbnailer().make(new ByteArrayInputStream(image)).orElseThrow();
    }

    private static BufferedImage halves(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(Thumbnail thumbnail) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
    }

    /** The smallest Exif segment that says it, right after the start of the image. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
