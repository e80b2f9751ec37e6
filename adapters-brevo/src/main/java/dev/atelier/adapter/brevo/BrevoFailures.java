package dev.atelier.adapter.brevo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.port.PortFailure;
import dev.atelier.web.Answer;

/** Reads the errors of Brevo: {@code {"code":"invalid_parameter","message":"..."}}. */
final class BrevoFailures {

    /** What Brevo calls a mail whose key it has seen before. */
    private static final String SENT_BEFORE = "duplicate_request";

    private BrevoFailures() {}

    /**
     * The answer as JSON.
     *
     * @throws PortFailure when it tells an error, or is none of Brevo's
     */
    static JsonNode successful(Answer answer) {
        var json = answer.json();
        if (answer.succeeded() && !json.hasNonNull("code")) {
            return json;
        }
        throw of(answer, json);
    }

    /** As {@link #successful}; also that it was done before is a success. */
    static JsonNode accepted(Answer answer) {
        var json = answer.json();
        if (json.path("code").asText().equals(SENT_BEFORE) || (answer.succeeded() && !json.hasNonNull("code"))) {
            return json;
        }
        throw of(answer, json);
    }

    private static PortFailure of(Answer answer, JsonNode json) {
        int status = answer.succeeded() ? 502 : answer.status();
        var said = "%s %s"
                .formatted(json.path("code").asText(), json.path("message").asText());
        return answer.refused(status, said.strip(), answer.retryAfter(), remedy(status));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "check BREVO_API_KEY, and the addresses that the account lets in";
            case 402 -> "the plan's mails are used up";
            case 404 -> "check BREVO_BASE_URL";
            default -> "";
        };
    }
}
