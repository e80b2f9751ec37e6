package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.ImageModel.Image;
import dev.atelier.port.out.run.ImageModel.Request;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link ImageModel}, of which nobody can say beforehand what it paints. Failures are for the adapters. */
@Timeout(120)
public abstract class ImageModelContract {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Where the header of a PNG says its width; its height follows. */
    private static final int WIDTH = 16;

    /** How far from the wanted one a shape may be: models know few sizes. */
    private static final double TOLERANCE = 0.1;

    /** The model under test. */
    protected abstract ImageModel model();

    @Test
    void itPaintsAPictureThatIsWhatItSays() {
        var image = model().paint(request("A pot of tea", AspectRatio.SQUARE));

        assertEquals("image/png", image.contentType());
        assertArrayEquals(PNG_SIGNATURE, Arrays.copyOf(image.bytes(), PNG_SIGNATURE.length));
    }

    @Test
    void thePictureHasTheShapeThatIsWanted() {
        for (var shape : AspectRatio.values()) {
            double wanted = (double) shape.width() / shape.height();

            assertEquals(wanted, ratio(model().paint(request("A pot of tea", shape))), wanted * TOLERANCE);
        }
    }

    private static double ratio(Image image) {
        var header = ByteBuffer.wrap(image.bytes());
        return (double) header.getInt(WIDTH) / header.getInt(WIDTH + Integer.BYTES);
    }

    @Test
    void itSaysWhatItUsed() {
        var usage = model().paint(request("A pot of tea", AspectRatio.WIDE)).usage();

        assertFalse(usage.model().isBlank());
        assertEquals(1, usage.images());
        assertTrue(usage.inputTokens() >= 0);
        assertTrue(usage.outputTokens() >= 0);
        assertTrue(usage.costUsd().signum() >= 0);
    }

    @Test
    void itTakesEveryLegalRequest() {
        var image = model().paint(new Request(
                Samples.ODD_TEXT, Optional.empty(), AspectRatio.PORTRAIT, "high", "watercolour " + Samples.ODD_TEXT));

        assertTrue(image.bytes().length > PNG_SIGNATURE.length);
    }

    @Test
    void manyCanAskAtOnce() {
        var outcomes = Concurrently.all(
                4,
                () -> model().paint(request("A pot of tea", AspectRatio.SQUARE)).bytes().length > 0);

        assertFalse(outcomes.contains(false));
    }

    private static Request request(String prompt, AspectRatio shape) {
        return new Request(prompt, Optional.empty(), shape, "", "");
    }
}
