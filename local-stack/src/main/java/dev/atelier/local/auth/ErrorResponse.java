package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes errors in the form that the client asks for: since the API version of 2024-01-01 {@code code} is the error code,
 * before it was the HTTP status, with the error code in {@code error_code}.
 */
final class ErrorResponse implements ExceptionHandler<AuthError> {

    static final String VERSION_HEADER = "X-Supabase-Api-Version";
    private static final LocalDate VERSION_OF_CODES = LocalDate.of(2024, 1, 1);

    @Override
    public void handle(AuthError error, Context context) {
        context.status(error.status());
        Map<String, Object> body = new LinkedHashMap<>();
        if (asksForCodes(context)) {
            context.header(VERSION_HEADER, VERSION_OF_CODES.toString());
            body.put("code", error.code());
            body.put("message", error.text());
        } else {
            body.put("code", error.status());
            body.put("error_code", error.code());
            body.put("msg", error.text());
        }
        if (!error.weakPasswordReasons().isEmpty()) {
            body.put("weak_password", Map.of("reasons", error.weakPasswordReasons()));
        }
        context.json(body);
    }

    /** Whoever asks for a later version gets the latest there is; whatever is no date counts as none. */
    private static boolean asksForCodes(Context context) {
        try {
            return Optional.ofNullable(context.header(VERSION_HEADER))
                    .map(LocalDate::parse)
                    .filter(version -> !version.isBefore(VERSION_OF_CODES))
                    .isPresent();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
