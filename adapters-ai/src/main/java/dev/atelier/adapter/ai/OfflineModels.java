package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.WebSearch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Models that run inside the process, for development and tests. They are honest about what they are: whatever model is
 * asked for, usage names {@value #TEXT_NAME} or {@value #IMAGE_NAME}, and costs nothing; the search names {@value #SEARCH_NAME}.
 *
 * <p>All are deterministic: the same request gives the same answer. The models refuse a blank prompt with {@link
 * dev.atelier.port.PortFailure.Permanent}; nothing else fails. None holds anything that would have to be closed, and
 * all may be used by many threads.
 */
public final class OfflineModels {

    /** How the names of all models begin that run inside a process. */
    static final String PREFIX = "offline/";

    static final String TEXT_NAME = "offline/extractive";
    static final String IMAGE_NAME = "offline/canvas";
    static final String SEARCH_NAME = "offline/search";

    private OfflineModels() {}

    /**
     * Extracts rather than writes: finds in the prompt what it asks for and what it gives to draw on, and arranges the most
     * relevant sentences of the latter. It understands English and Portuguese. A prompt that gives nothing to draw on gets
     * a short text that says so. A question with sources ({@link dev.atelier.domain.search.AnswerPrompt}) is answered by
     * quoting: the nearest sentences, each with the number of its source. The system prompt is counted and otherwise ignored, as are the model and the temperature.
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

    /** The two models, which cost nothing. */
    public static ModelCatalog catalog() {
        var models = List.of(
                new Model(TEXT_NAME, "Offline texts", 0, Set.of(Output.TEXT), Optional.of(Prices.FREE)),
                new Model(IMAGE_NAME, "Offline pictures", 0, Set.of(Output.IMAGE), Optional.of(Prices.FREE)));
        return new ModelCatalog() {
            @Override
            public List<Model> models() {
                return models;
            }

            @Override
            public Optional<String> chosen(Output output) {
                return models.stream()
                        .filter(model -> model.outputs().contains(output))
                        .map(Model::name)
                        .findFirst();
            }
        };
    }

    /**
     * Imitates a search, so that what needs one can be tried out without a network: a handful of made-up pages about the subject
     * of the query, in English or Portuguese, on the domains that it asks for or on those reserved for examples (RFC 2606). The
     * answer says that nothing was looked up.
     */
    public static WebSearch webSearch() {
        return new ImaginaryWeb();
    }
}
