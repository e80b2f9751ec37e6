package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes errors in the form that the client asks for: since the API version of 2024-01-01 {@code code} is the error code,
 * before it was the HTTP status, with the error code in {@code error_code}.
 */
final class ErrorResponse implements ExceptionHandler<AuthError> {

    static final String VERSION_HEADER = "X-Supabase-Api-Version";
    private static final String VERSION_OF_CODES = "2024-01-01";

    @Override
    public void handle(AuthError error, Context context) {
        context.status(error.status());
        Map<String, Object> body = new LinkedHashMap<>();
        if (VERSION_OF_CODES.equals(context.header(VERSION_HEADER))) {
            context.header(VERSION_HEADER, VERSION_OF_CODES);
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
}
