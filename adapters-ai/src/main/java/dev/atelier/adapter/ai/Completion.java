package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.TextModel.Request;
import dev.atelier.port.out.run.TextModel.Text;
import dev.atelier.web.Answer;
import java.util.Optional;
import java.util.function.Consumer;

/** A text as it comes, put together from its pieces; or all of it at once, from services that do not stream. */
final class Completion {

    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    private final Answer answer;
    private final Consumer<String> onToken;
    private final StringBuilder content = new StringBuilder();
    private String finish = "";
    private String model = "";
    private JsonNode usage = MissingNode.getInstance();

    Completion(Answer answer, Consumer<String> onToken) {
        this.answer = answer;
        this.onToken = onToken;
    }

    /** Reads server-sent events to their end, or to where they are cut off when the text is finished by then. */
    void readEvents() {
        try {
            readAllEvents();
        } catch (PortFailure.OutcomeUnknown cut) {
            if (finish.isEmpty() || Thread.currentThread().isInterrupted()) {
                throw cut;
            }
        }
    }

    /** Comments, which keep the connection alive, are left out. */
    private void readAllEvents() {
        for (var line = answer.nextLine(); line.isPresent(); line = answer.nextLine()) {
            var data = line.filter(text -> text.startsWith(DATA))
                    .map(text -> text.substring(DATA.length()).strip());
            if (data.filter(DONE::equals).isPresent()) {
                return;
            }
            data.filter(text -> !text.isEmpty()).map(answer::json).ifPresent(this::add);
        }
    }

    /** Adds a piece, or the whole. */
    void add(JsonNode chunk) {
        var choice = chunk.path("choices").path(0);
        var error = chunk.hasNonNull("error") ? chunk.get("error") : choice.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw OpenRouterFailures.of(answer, error);
        }
        var message = choice.hasNonNull("message") ? choice.get("message") : choice.path("delta");
        take(message.path("content"));
        finish =
                choice.hasNonNull("finish_reason") ? choice.get("finish_reason").asText() : finish;
        model = chunk.path("model").asText(model);
        usage = chunk.hasNonNull("usage") ? chunk.get("usage") : usage;
    }

    private void take(JsonNode piece) {
        if (piece.isTextual() && !piece.asText().isEmpty()) {
            content.append(piece.asText());
            onToken.accept(piece.asText());
        }
    }

    /**
     * The whole text. One that is finished is paid for, and is taken also when the connection was cut before its cost was
     * told.
     */
    Text text(Request request, String asked) {
        switch (finish) {
            case "" -> throw answer.unusable("the text breaks off");
            case "error" -> throw answer.passing("the model broke off");
            case "content_filter" -> throw answer.hopeless("the provider's filter does not let it through");
            default -> {}
        }
        if (content.isEmpty()) {
            throw finish.equals("length")
                    ? answer.hopeless("the model has used up its tokens before it wrote anything; raise maxTokens")
                    : answer.passing("the model wrote nothing");
        }
        var written = content.toString();
        return new Text(written, fields(written, request.format()), usage(request, model.isBlank() ? asked : model));
    }

    private ModelUsage usage(Request request, String name) {
        var told = OpenRouterUsage.of(name, usage, 0);
        return usage.isMissingNode()
                ? new ModelUsage(
                        name,
                        Tokens.count(request.systemPrompt()) + Tokens.count(request.prompt()),
                        Tokens.count(content.toString()),
                        0,
                        told.costUsd())
                : told;
    }

    private static ObjectValue fields(String written, OutputFormat format) {
        return switch (format) {
            case TEXT -> ObjectValue.EMPTY;
            case JSON -> Optional.of(written).flatMap(JsonFields::of).orElse(ObjectValue.EMPTY);
            case MARKDOWN -> MarkdownFields.of(written);
        };
    }
}
