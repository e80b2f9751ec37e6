package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** {@code GET /health}: the process answers. */
final class Health implements Handler {

    @Override
    public void handle(Context context) {
        context.json(Map.of(
                "name", "GoTrue", "version", "local", "description", "Atelier's local stand-in for Supabase Auth"));
    }
}
