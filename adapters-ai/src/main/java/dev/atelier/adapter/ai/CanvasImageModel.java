package dev.atelier.adapter.ai;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.ImageModel;
import java.awt.Dimension;
import java.math.BigDecimal;
import java.util.concurrent.Semaphore;

/** Draws what the words of a prompt suggest. */
final class CanvasImageModel implements ImageModel {

    /** Pixels. */
    static final int LONGER_SIDE = 1_024;

    private static final String HEADLESS = "java.awt.headless";
    private static final String PNG = "image/png";

    /** Pictures are the largest things in a worker's memory, and painting occupies a processor: more at once gain nothing. */
    private final Semaphore easels = new Semaphore(2);

    CanvasImageModel() {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true"); // or Java2D looks for the screen that the environment names
        }
    }

    @Override
    public Image paint(Request request) {
        if (request.prompt().isBlank()) {
            throw new PortFailure.Permanent(Service.IMAGE_MODEL, OfflineModels.IMAGE_NAME + ": the prompt is empty");
        }
        var vision = Vision.of(request.prompt(), request.style(), request.aspectRatio());
        easels.acquireUninterruptibly();
        try {
            return new Image(Painting.png(vision, size(request.aspectRatio())), PNG, usage(request));
        } finally {
            easels.release();
        }
    }

    static Dimension size(AspectRatio ratio) {
        int longer = Math.max(ratio.width(), ratio.height());
        return new Dimension(LONGER_SIDE * ratio.width() / longer, LONGER_SIDE * ratio.height() / longer);
    }

    private static ModelUsage usage(Request request) {
        return new ModelUsage(OfflineModels.IMAGE_NAME, Tokens.count(request.prompt()), 0, 1, BigDecimal.ZERO);
    }
}
