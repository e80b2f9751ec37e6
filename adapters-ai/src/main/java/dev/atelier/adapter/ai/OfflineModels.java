package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.TextModel;

/**
 * Models that run inside the process, for development and tests. They are honest about what they are: whatever model is
 * asked for, usage names {@value #TEXT_NAME} or {@value #IMAGE_NAME}, and costs nothing.
 *
 * <p>Both are deterministic: the same request gives the same answer. Both refuse a blank prompt with {@link
 * dev.atelier.port.PortFailure.Permanent}; nothing else fails. Neither holds anything that would have to be closed, and
 * both may be used by many threads.
 */
public final class OfflineModels {

    static final String TEXT_NAME = "offline/extractive";
    static final String IMAGE_NAME = "offline/canvas";

    private OfflineModels() {}

    /**
     * Extracts rather than writes: finds in the prompt what it asks for and what it gives to draw on, and arranges the most
     * relevant sentences of the latter. It understands English and Portuguese. A prompt that gives nothing to draw on gets
     * a short text that says so. The system prompt is counted and otherwise ignored, as are the model and the temperature.
     *
     * <p>A token is four characters (code points), begun ones included. With {@code maxTokens} the text ends earlier; JSON
     * is an object all the same. It takes well below a second: of a very long prompt the first million characters are read.
     */
    public static TextModel text() {
        return new ExtractiveTextModel();
    }

    /**
     * Draws a scene after the words of the prompt, with its subject as the caption: PNG, 1024 pixels on the longer side.
     * English and Portuguese words for colours, moods and places choose the palette and the scene; what they leave open,
     * the digest of the request decides. The model and the quality are ignored.
     *
     * <p>It takes well below a second and 10 MB for each of at most two pictures at a time; a third waits. Fonts are not
     * needed. Java2D is told that there is no screen ({@code java.awt.headless}) unless the application has decided that
     * already.
     */
    public static ImageModel image() {
        return new CanvasImageModel();
    }
}
