package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.port.PortFailure;
import dev.atelier.web.Answer;

/** Reads the errors of Tavily: {@code {"detail":{"error":"..."}}}, and a list of faults or a text where the error is. */
final class TavilyFailures {

    private TavilyFailures() {}

    /**
     * The answer as JSON.
     *
     * @throws PortFailure when it tells an error, or is none of Tavily's
     */
    static JsonNode successful(Answer answer) {
        var json = answer.json();
        if (answer.succeeded() && !json.hasNonNull("detail") && !json.hasNonNull("error")) {
            return json;
        }
        int status = answer.succeeded() ? 502 : answer.status();
        throw answer.refused(status, message(json), answer.retryAfter(), remedy(status));
    }

    private static String message(JsonNode json) {
        var detail = json.hasNonNull("detail") ? json.get("detail") : json.path("error");
        var first = detail.isArray() ? detail.path(0).path("msg") : detail.path("error");
        return first.isTextual() ? first.asText() : detail.asText();
    }

    /** 432 and 433 are its own: the plan, or what may be spent beyond it, is used up. */
    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "check TAVILY_API_KEY";
            case 404 -> "check TAVILY_BASE_URL";
            case 432, 433 -> "raise the limit of the plan or of the key at tavily.com";
            default -> "";
        };
    }
}
