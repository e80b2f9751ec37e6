package dev.atelier.adapter.http;

import dev.atelier.port.in.search.Question;
import dev.atelier.port.in.search.Search;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** {@code /projects/{id}/ask}: the whole answer as JSON, or, for who asks for it, as it is written. */
final class AskHandler {

    private final Search search;

    AskHandler(Search search) {
        this.search = search;
    }

    private record Post(Optional<String> question, Optional<String> model) {

        Question asked() {
            var fields = new Fields();
            var text = fields.required("question", question, "-");
            return fields.build(() -> new Question(text, model));
        }
    }

    void post(Context ctx) throws IOException {
        boolean streamed = wantsStream(ctx);
        if (!streamed) {
            Acceptable.require(ctx, Json.MEDIA_TYPE);
        }
        var user = RequestScope.user(ctx.req());
        var project = ProjectHandlers.id(ctx);
        var question = JsonBody.read(ctx).as(Post.class).asked();
        if (streamed) {
            var stream = new AnswerStream(ctx);
            stream.write(() -> search.ask(user, project, question, stream::token));
        } else {
            Json.send(ctx, 200, AnswerJson.of(search.ask(user, project, question, token -> {})));
        }
    }

    private static boolean wantsStream(Context ctx) {
        return String.join(",", Collections.list(ctx.req().getHeaders("Accept")))
                .toLowerCase(Locale.ROOT)
                .contains(EventWriter.MEDIA_TYPE);
    }
}
