package dev.atelier.adapter.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atelier.port.PortFailure;
import dev.atelier.web.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the errors of OpenRouter, which are the same as an answer of their own, in a 200 and in a stream
 * (openrouter.ai/docs/api/reference/errors-and-debugging): a code, which is a status or a word, a message, and in {@code
 * metadata} what the provider behind it said.
 */
final class OpenRouterFailures {

    /** What the provider calls errors that stay; the others are its own trouble. */
    private static final Set<String> LASTING =
            Set.of("invalid_prompt", "invalid_request_error", "context_length_exceeded", "content_filter");

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenRouterFailures() {}

    /**
     * The answer as JSON.
     *
     * @throws PortFailure when it tells an error, or is none of OpenRouter's
     */
    static JsonNode successful(Answer answer) {
        var json = answer.json();
        if (json.hasNonNull("error") || !answer.succeeded()) {
            throw of(answer, json.path("error"));
        }
        return json;
    }

    /** What an error means that was found in an answer. */
    static PortFailure of(Answer answer, JsonNode error) {
        int status = status(answer, error.path("code"));
        return answer.refused(status, message(error), retryAfter(answer, error.path("metadata")), remedy(status));
    }

    private static int status(Answer answer, JsonNode code) {
        if (!answer.succeeded()) {
            return answer.status();
        }
        int number = code.asInt();
        if (number >= 400 && number < 600) {
            return number;
        }
        return LASTING.contains(code.asText()) ? 400 : 502;
    }

    private static String message(JsonNode error) {
        var message = error.isTextual() ? error.asText() : error.path("message").asText();
        var metadata = error.path("metadata");
        var provider = metadata.path("provider_name").asText();
        var cause = cause(metadata.path("raw"));
        return message + (provider.isEmpty() ? "" : " (" + provider + ")") + (cause.isEmpty() ? "" : ": " + cause);
    }

    /** What the provider said, which is text, JSON, or JSON in a text. */
    private static String cause(JsonNode raw) {
        if (raw.isObject()) {
            var error = raw.path("error");
            return error.isTextual()
                    ? error.asText()
                    : error.path("message").asText(raw.path("message").asText());
        }
        var text = raw.asText();
        return text.startsWith("{")
                ? parsed(text).map(OpenRouterFailures::cause).orElse("")
                : text;
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> retryAfter(Answer answer, JsonNode metadata) {
        return answer.retryAfter()
                .or(() -> Optional.of(metadata.path("retry_after_seconds"))
                        .filter(JsonNode::isNumber)
                        .map(seconds -> Duration.ofSeconds(Math.clamp(seconds.asLong(), 0, 3_600))));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "check OPENROUTER_API_KEY";
            case 402 -> "add credits at openrouter.ai, or raise the limit of the key";
            case 404 -> "check the name of the model, and OPENROUTER_BASE_URL";
            default -> "";
        };
    }
}
