package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.web.Answer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.util.List;
import java.util.function.Consumer;

/** Has a model of OpenRouter write, and passes on what it writes as it comes. */
final class OpenRouterTextModel implements TextModel {

    /** When nothing is said about it: a long article. */
    private static final int USUAL_TOKENS = 8_192;

    /** Each token comes with some hundred bytes around it. */
    private static final int ANSWER_MAX = 32 * 1024 * 1024;

    private final WebService service;
    private final OpenRouterSettings settings;

    OpenRouterTextModel(WebService service, OpenRouterSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @Override
    public Text write(Request request, Consumer<String> onToken) {
        if (request.prompt().isBlank()) {
            throw new PortFailure.Permanent(Service.TEXT_MODEL, "OpenRouter: the prompt is empty");
        }
        var model = request.model().orElse(settings.textModel());
        var call = Call.post(Service.TEXT_MODEL, "write a text", "/chat/completions", body(request, model))
                .withAnswerMax(ANSWER_MAX)
                .hiding(List.of(request.prompt(), request.systemPrompt()));
        return service.call(
                call, answer -> read(answer, new Completion(answer, onToken)).text(request, model));
    }

    private static Completion read(Answer answer, Completion completion) {
        if (answer.succeeded() && answer.isEventStream()) {
            completion.readEvents();
        } else {
            completion.add(OpenRouterFailures.successful(answer));
        }
        return completion;
    }

    private JsonNode body(Request request, String model) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("temperature", request.temperature())
                .put("max_tokens", Math.min(request.maxTokens().orElse(USUAL_TOKENS), settings.maxTokens()))
                .put("stream", true);
        body.putObject("usage").put("include", true);
        var messages = body.putArray("messages");
        var system = (request.systemPrompt() + "\n\n" + wish(request.format())).strip();
        if (!system.isEmpty()) {
            messages.add(message("system", system));
        }
        messages.add(message("user", request.prompt()));
        if (request.format() == OutputFormat.JSON) {
            body.putObject("response_format").put("type", "json_object");
        }
        return body;
    }

    private static String wish(OutputFormat format) {
        return switch (format) {
            case TEXT -> "";
            case JSON -> "Answer with one JSON object and nothing else, without a code fence.";
            case MARKDOWN -> "Answer in Markdown, each part below a heading of its own, without a code fence.";
        };
    }

    private static ObjectNode message(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
    }
}
