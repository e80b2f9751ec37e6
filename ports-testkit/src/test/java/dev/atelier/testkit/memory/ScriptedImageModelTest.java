package dev.atelier.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.testkit.ImageModelContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class ScriptedImageModelTest extends ImageModelContract {

    private final ScriptedImageModel model = new ScriptedImageModel();

    @Override
    protected ImageModel model() {
        return model;
    }

    @Test
    void itFollowsItsScriptAndRemembersWhatItWasAsked() {
        var failure = new PortFailure.Permanent(PortFailure.Service.IMAGE_MODEL, "no");
        model.fail(failure);

        assertSame(failure, assertThrows(PortFailure.Permanent.class, () -> model.paint(request("a"))));
        assertEquals("image/png", model.paint(request("b")).contentType());
        assertEquals(List.of(request("a"), request("b")), model.requests());
    }

    @Test
    void itsPicturesCanBeDecodedAndDependOnThePrompt() throws IOException {
        var one = ImageIO.read(
                new ByteArrayInputStream(model.paint(request("tea")).bytes()));
        var other = ImageIO.read(
                new ByteArrayInputStream(model.paint(request("coffee")).bytes()));

        assertNotNull(one);
        assertEquals(256, one.getWidth());
        assertEquals(144, one.getHeight());
        assertEquals("tea".hashCode() & 0xffffff, one.getRGB(255, 143) & 0xffffff);
        assertEquals("coffee".hashCode() & 0xffffff, other.getRGB(0, 0) & 0xffffff);
    }

    private static ImageModel.Request request(String prompt) {
        return new ImageModel.Request(prompt, Optional.empty(), AspectRatio.WIDE, "", "");
    }
}
