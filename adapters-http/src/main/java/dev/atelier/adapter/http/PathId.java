package dev.atelier.adapter.http;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id in an address. */
final class PathId {

    static final String NAME = "id";

    /** {@link UUID#fromString} takes much that is none. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private PathId() {}

    /** @throws ProblemException when nothing can have that id */
    static UUID of(Context ctx) {
        var text = ctx.pathParam(NAME);
        if (!UUID_TEXT.matcher(text).matches()) {
            throw FailureProblems.notFound().exception();
        }
        return UUID.fromString(text);
    }
}
