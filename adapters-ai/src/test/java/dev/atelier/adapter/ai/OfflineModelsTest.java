package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.out.run.ImageModel;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfflineModelsTest {

    @Test
    void paintingNeedsNoScreen() {
        OfflineModels.image();

        assertTrue(GraphicsEnvironment.isHeadless());
    }

    @Test
    void manyThreadsMayPaintAtOnce() throws InterruptedException, ExecutionException {
        var model = OfflineModels.image();
        var request = new ImageModel.Request("a lighthouse", Optional.empty(), AspectRatio.SQUARE, "", "");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var paintings = Stream.generate(
                            () -> threads.submit(() -> model.paint(request).bytes()))
                    .limit(8)
                    .toList();

            for (Future<byte[]> painting : paintings) {
                assertArrayEquals(paintings.getFirst().get(), painting.get());
            }
        }
    }
}
