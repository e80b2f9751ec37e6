package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.web.Answer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.util.List;

/** Has a model of OpenRouter paint (openrouter.ai/docs/guides/overview/multimodal/image-generation). */
final class OpenRouterImageModel implements ImageModel {

    /** Base64 of 15 MB, and what is around it. */
    private static final int ANSWER_MAX = 20_000_000;

    private final WebService service;
    private final OpenRouterSettings settings;
    private final ModelCatalog catalog;

    OpenRouterImageModel(WebService service, OpenRouterSettings settings, ModelCatalog catalog) {
        this.service = service;
        this.settings = settings;
        this.catalog = catalog;
    }

    @Override
    public Image paint(Request request) {
        if (request.prompt().isBlank()) {
            throw new PortFailure.Permanent(Service.IMAGE_MODEL, "OpenRouter: the prompt is empty");
        }
        var model = request.model().orElse(settings.imageModel());
        var call = Call.post(Service.IMAGE_MODEL, "paint a picture", "/chat/completions", body(request, model))
                .withAnswerMax(ANSWER_MAX)
                .asSlow()
                .hiding(List.of(request.prompt(), request.style()));
        return service.call(call, answer -> read(answer, model));
    }

    private JsonNode body(Request request, String model) {
        var body = JsonNodeFactory.instance.objectNode().put("model", model);
        body.putObject("usage").put("include", true);
        body.putArray("messages").addObject().put("role", "user").put("content", wish(request));
        var modalities = body.putArray("modalities").add("image");
        if (writesToo(model)) {
            modalities.add("text");
        }
        var config = body.putObject("image_config")
                .put("aspect_ratio", request.aspectRatio().toString());
        if (!request.quality().isBlank()) {
            config.put("quality", request.quality());
        }
        return body;
    }

    private static String wish(Request request) {
        return request.style().isBlank() ? request.prompt() : request.prompt() + "\n\nStyle: " + request.style();
    }

    /** Models that only paint refuse to be asked for a text beside it; most that paint write too. */
    private boolean writesToo(String model) {
        try {
            return catalog.find(model)
                    .map(known -> known.outputs().contains(Output.TEXT))
                    .orElse(true);
        } catch (PortFailure e) {
            return true;
        }
    }

    private static Image read(Answer answer, String asked) {
        var json = OpenRouterFailures.successful(answer);
        var choice = json.path("choices").path(0);
        if (choice.hasNonNull("error")) {
            throw OpenRouterFailures.of(answer, choice.get("error"));
        }
        var picture = Picture.in(choice.path("message"))
                .orElseThrow(() -> choice.path("finish_reason").asText().equals("content_filter")
                        ? answer.hopeless("the provider's filter does not let it through")
                        : answer.hopeless("the model gave no picture; does it paint at all?"));
        var usage = OpenRouterUsage.of(json.path("model").asText(asked), json.path("usage"), 1);
        return new Image(picture.bytes(answer), picture.contentType(), usage);
    }
}
