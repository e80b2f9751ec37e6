package dev.atelier.adapter.http;

import io.javalin.http.Context;
import java.io.IOException;

/** The answer to a request that made or started something. */
record Answer(int status, String location, EntityTag tag, Object view) {

    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    static Answer created(String location, EntityTag tag, Object view) {
        return new Answer(CREATED, location, tag, view);
    }

    /** It will take its time; what becomes of it is at {@code location}. */
    static Answer accepted(String location, EntityTag tag, Object view) {
        return new Answer(ACCEPTED, location, tag, view);
    }

    void send(Context ctx) throws IOException {
        ctx.header("Location", location).header("ETag", tag.text());
        Json.send(ctx, status, view);
    }

    /** Shows a thing, unless the client has just this version of it. */
    static void show(Context ctx, EntityTag tag, Object view) throws IOException {
        ctx.header("ETag", tag.text());
        if (tag.isKnown(ctx)) {
            ctx.status(304);
        } else {
            Json.send(ctx, 200, view);
        }
    }

    static void nothing(Context ctx) {
        ctx.status(204);
    }
}
