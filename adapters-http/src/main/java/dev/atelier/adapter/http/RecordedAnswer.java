package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer as it is kept for the same request to come again; it is given to the letter. */
record RecordedAnswer(int status, String location, String etag, String body) {

    static String record(Answer answer) {
        return Json.text(new RecordedAnswer(
                answer.status(), answer.location(), answer.tag().text(), Json.text(answer.view())));
    }

    static RecordedAnswer parse(String recorded) {
        try {
            return Json.MAPPER.readValue(recorded, RecordedAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded answer cannot be read", e);
        }
    }

    void send(Context ctx) throws IOException {
        ctx.status(status).header("Location", location).header("ETag", etag).contentType(Json.MEDIA_TYPE);
        ctx.res().getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
