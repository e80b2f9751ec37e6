package dev.atelier.testkit.memory;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.ImageModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A model that paints what it is told, in the order in which it was told, and otherwise a small area of one colour, which
 * depends on the prompt. It costs nothing. Safe for use by many threads.
 */
public final class ScriptedImageModel implements ImageModel {

    /** What it is called in usages. */
    public static final String NAME = "memory/scripted-image";

    private static final int SCALE = 16;

    private final Script<Request, Image> script = new Script<>(ScriptedImageModel::area);

    /** The next call that has no answer yet is answered by {@code answer}, which may block or throw. */
    public ScriptedImageModel answer(Function<Request, Image> answer) {
        script.add(answer);
        return this;
    }

    /** The next call that has no answer yet fails. */
    public ScriptedImageModel fail(PortFailure failure) {
        return answer(request -> {
            throw failure;
        });
    }

    /** What it was asked so far, the first request first. */
    public List<Request> requests() {
        return script.requests();
    }

    @Override
    public Image paint(Request request) {
        return script.play(request);
    }

    private static Image area(Request request) {
        var shape = request.aspectRatio();
        var bytes = PlainPng.paint(
                shape.width() * SCALE, shape.height() * SCALE, request.prompt().hashCode());
        return new Image(bytes, "image/png", new ModelUsage(NAME, 0, 0, 1, BigDecimal.ZERO));
    }
}
