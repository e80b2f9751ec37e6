package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.ImageModel.Image;
import dev.atelier.port.out.run.ImageModel.Request;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasImageModelTest {

    private static final String PROMPT = "A sunset over the ocean";

    @ParameterizedTest
    @CsvSource({
        "SQUARE, 1024, 1024",
        "WIDE, 1024, 576",
        "TALL, 576, 1024",
        "LANDSCAPE, 1024, 768",
        "PORTRAIT, 768, 1024"
    })
    void thePictureIsAPngOfTheShapeThatWasAskedFor(AspectRatio ratio, int width, int height) {
        var image = paint(PROMPT, ratio, "");
        var decoded = decode(image);

        assertEquals("image/png", image.contentType());
        assertEquals(width, decoded.getWidth());
        assertEquals(height, decoded.getHeight());
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(image.bytes(), 4));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        assertArrayEquals(
                paint(PROMPT, AspectRatio.WIDE, "flat").bytes(),
                paint(PROMPT, AspectRatio.WIDE, "flat").bytes());
    }

    @Test
    void anotherPromptOrStyleGivesAnotherPicture() {
        var bytes = paint(PROMPT, AspectRatio.WIDE, "").bytes();

        assertFalse(
                Arrays.equals(bytes, paint(PROMPT + "!", AspectRatio.WIDE, "").bytes()));
        assertFalse(Arrays.equals(bytes, paint(PROMPT, AspectRatio.WIDE, "soft").bytes()));
    }

    @ParameterizedTest
    @EnumSource
    void everySceneFillsItsPictureInEveryShape(Scene scene) {
        for (var ratio : AspectRatio.values()) {
            var palette = Palette.of(List.of("night"), new SplittableRandom(1));
            var size = CanvasImageModel.size(ratio);
            var image = decode(Painting.png(new Vision(palette, scene, List.of("ÁGUA"), 7), size));

            assertTrue(colours(image) > 50, () -> scene + " " + ratio + " has " + colours(image) + " colours");
            assertTrue(IntStream.of(0, size.width - 1).allMatch(x -> (image.getRGB(x, 0) & 0xFFFFFF) != 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"pôr do sol na praia azul, SEA", "a snowy mountain trail, MOUNTAINS", "ruas da cidade, CITY"})
    void theWordsChooseTheScene(String prompt, Scene scene) {
        assertEquals(scene, Vision.of(prompt, "", AspectRatio.WIDE).scene());
    }

    @Test
    void theWordsOfBothLanguagesChooseThePalette() {
        assertEquals(
                Vision.of("moonlit night", "", AspectRatio.WIDE).palette(),
                Vision.of("uma noite escura", "", AspectRatio.WIDE).palette());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void aBlankPromptIsRefusedForGood(String prompt) {
        var failure = assertThrows(PortFailure.Permanent.class, () -> paint(prompt, AspectRatio.WIDE, ""));

        assertEquals(PortFailure.Service.IMAGE_MODEL, failure.service());
        assertEquals("offline/canvas: the prompt is empty", failure.getMessage());
    }

    @Test
    void usageNamesTheOfflineModelAndCostsNothing() {
        var request = new Request("12345", Optional.of("openai/dall-e"), AspectRatio.SQUARE, "hd", "");

        assertEquals(
                new ModelUsage("offline/canvas", 2, 0, 1, BigDecimal.ZERO),
                OfflineModels.image().paint(request).usage());
    }

    private static Image paint(String prompt, AspectRatio ratio, String style) {
        return OfflineModels.image().paint(new Request(prompt, Optional.empty(), ratio, "", style));
    }

    private static BufferedImage decode(Image image) {
        return decode(image.bytes());
    }

    private static BufferedImage decode(byte[] bytes) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)), "not a picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long colours(BufferedImage image) {
        int width = image.getWidth();
        return Arrays.stream(image.getRGB(0, 0, width, image.getHeight(), new int[width * image.getHeight()], 0, width))
                .distinct()
                .count();
    }
}
