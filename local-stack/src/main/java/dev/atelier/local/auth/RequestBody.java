package dev.atelier.local.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;

/** Reads bodies of requests. */
final class RequestBody {

    private RequestBody() {}

    /** The body as one of our records; fields that these do not know are ignored, as the real service does. */
    static <T> T as(Class<T> type, Context context) {
        try {
            T body = Json.MAPPER.readValue(context.body(), type);
            if (body == null) {
                throw AuthError.malformedBody();
            }
            return body;
        } catch (JsonProcessingException e) {
            throw AuthError.malformedBody();
        }
    }
}
