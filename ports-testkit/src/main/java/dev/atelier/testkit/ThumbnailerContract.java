package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.file.Thumbnailer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link Thumbnailer}. */
public abstract class ThumbnailerContract {

    /** One transparent pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** The adapter under test. */
    protected abstract Thumbnailer thumbnailer();

    @Test
    void anImageHasAThumbnailOfOneOfTwoTypes() {
        var made = thumbnailer().make(new ByteArrayInputStream(PNG)).orElseThrow();

        assertTrue(List.of("image/png", "image/jpeg").contains(made.contentType()), made.contentType());
        assertTrue(made.bytes().length > 0);
    }

    @Test
    void whatIsNoImageHasNone() {
        assertTrue(thumbnailer().make(new ByteArrayInputStream(new byte[0])).isEmpty());
        assertTrue(thumbnailer().make(new ByteArrayInputStream(new byte[1000])).isEmpty());
        assertTrue(thumbnailer().make(new GeneratedBytes(100_000)).isEmpty());
    }

    @Test
    void aBrokenImageHasNone() {
        for (int length : new int[] {8, 20, 40}) {
            assertTrue(
                    thumbnailer()
                            .make(new ByteArrayInputStream(Arrays.copyOf(PNG, length)))
                            .isEmpty(),
                    () -> length + " bytes of an image");
        }
    }

    @Test
    void theImageIsNotClosed() {
        var body = new GeneratedBytes(10);
        thumbnailer().make(body);

        assertFalse(body.isClosed());
    }

    @Test
    void whenTheImageCannotBeReadItSaysSo() {
        var cause = new IOException("gone");
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw cause;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw cause;
            }
        };

        assertSame(
                cause,
                assertThrows(UncheckedIOException.class, () -> thumbnailer().make(broken))
                        .getCause());
    }

    @Test
    void itSaysWhatItMayMakeSmall() {
        assertTrue(thumbnailer().supports("image/png"));
        for (var other : List.of("image/svg+xml", "text/plain", "application/pdf", "video/mp4")) {
            assertEquals(false, thumbnailer().supports(other), other);
        }
    }
}
